// Takes a reader's words to the explorer of all groups that stands further down the page.

/**
 * Sets `text` in the page's explorer as if it had been typed there, folds the bar of controls that may cover it, and
 * brings explorer and focus together. False where the page has no explorer.
 */
export function seekInExplorer(text: string): boolean {
  const field = document.querySelector<HTMLInputElement>(".explorer .explorer-find input");
  const explorer = field?.closest(".explorer");
  if (!field || !explorer) return false;
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  const fold = document.querySelector<HTMLElement>('.controls-fold[aria-expanded="true"]');
  fold?.click();
  field.focus({preventScroll: true});
  headOf(explorer).scrollIntoView();
  return true;
}

/** The heading that `explorer` stands under, which the bar would cut in two; itself where that is far above. */
function headOf(explorer: Element): Element {
  const headings = [...document.querySelectorAll("#observablehq-main :is(h2, h3)")];
  const head = headings.findLast(
    (one) => one.compareDocumentPosition(explorer) === Node.DOCUMENT_POSITION_FOLLOWING
  );
  if (!head) return explorer;
  const above = explorer.getBoundingClientRect().top - head.getBoundingClientRect().top;
  return above < innerHeight / 4 ? head : explorer;
}
