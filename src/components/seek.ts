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
  explorer.scrollIntoView();
  return true;
}
