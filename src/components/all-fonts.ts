// The fonts of a page that may not ask for one later on.

/** Ends when every face that the page declares is here, or cannot be had; a browser fetches the rest when text needs it. */
export async function allFonts(): Promise<void> {
  const faces = [...((document.fonts as FontFaceSet | undefined) ?? [])];
  await Promise.allSettled(faces.map((face) => face.load()));
}
