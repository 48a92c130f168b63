// The sentence that floats beside the mark under the pointer or the keyboard.
import {element, setText} from "./dom.js";

const gap = 12;

/**
 * Shows `text` beside `mark`, inside `figure`, which must be positioned. Hidden from assistive
 * technology, because the live readout says the same.
 */
export function showTip(figure: Element, mark: Element, text: string): void {
  const tip = tipOf(figure) ?? element("div", {class: "hovertip", "aria-hidden": "true"});
  setText(tip, text);
  tip.hidden = text === "";
  figure.append(tip);
  const frame = figure.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  const middle = box.left + box.width / 2 - frame.left;
  const left = Math.max(0, Math.min(frame.width - tip.offsetWidth, middle - tip.offsetWidth / 2));
  const above = box.top - frame.top - tip.offsetHeight - gap;
  const top = above >= 0 ? above : box.bottom - frame.top + gap;
  tip.style.transform = `translate(${left.toFixed(0)}px, ${top.toFixed(0)}px)`;
}

/** Hides the sentence of `figure`, if any. */
export function hideTip(figure: Element): void {
  const tip = tipOf(figure);
  if (tip) tip.hidden = true;
}

function tipOf(figure: Element): HTMLElement | null {
  return figure.querySelector<HTMLElement>(":scope > .hovertip");
}
