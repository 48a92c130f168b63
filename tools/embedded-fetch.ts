// Stands in for fetch in a page that is one file: what the page was served beside is inside it.

const fetchFromOutside = globalThis.fetch.bind(globalThis);

/** As the browser's fetch, but for addresses `embedded:…`, which are elements with packed bytes. */
export async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  const packed = address.startsWith("embedded:") ? document.getElementById(address) : null;
  if (packed === null) return fetchFromOutside(input, init);
  const bytes = Uint8Array.from(atob(packed.textContent), (byte) => byte.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked);
}
