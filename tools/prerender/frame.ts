// A page without the links to other pages around it: what its cells display must not hang on them.

/**
 * A built page without masthead and foot, so that a page that is new elsewhere has no other page run again:
 * its cells are run on this, and what they display is kept under this.
 */
export function withoutFrame(html: string): string {
  return html
    .replace(/<header id="observablehq-header">.*?<\/header>\n?/s, "")
    .replace(/<footer id="observablehq-footer">.*?<\/footer>\n?/s, "");
}
