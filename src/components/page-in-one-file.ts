// The text of a page in one file, which the built site holds beside the page.

/** What stands at `address`, relative to the page. Raises an Error of one sentence where nothing does. */
export async function pageInOneFile(address: string): Promise<string> {
  const answer = await fetch(new URL(address, location.href)).catch(() => null);
  if (!answer?.ok)
    throw new Error(
      location.protocol === "file:"
        ? "a page that was opened from disk cannot read another; open it on the site"
        : "the page in one file cannot be reached; try again on line"
    );
  return answer.text();
}
