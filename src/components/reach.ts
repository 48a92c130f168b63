// Which of a figure's elements the keyboard reaches, one a group.

/** For each group within `marks`, the element that takes the focus, in document order. */
export function focusTargets(marks: readonly Element[]): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const mark of marks) {
    const group = mark.getAttribute("data-group") ?? "";
    const known = targets.get(group);
    // What is drawn last lies on top, and there the focus ring is seen; a marked element wins.
    if (!known || mark.hasAttribute("data-focus") || !known.hasAttribute("data-focus")) {
      // In the place of the mark that is taken, wherever another of its group was drawn before.
      targets.delete(group);
      targets.set(group, mark);
    }
  }
  return targets;
}

/** Makes the targets buttons named by their sentence: one tab stop, the rest by arrow keys. */
export function makeReachable(
  targets: ReadonlyMap<string, Element>,
  readout: (group: string) => string
): void {
  let tabindex = 0;
  for (const [group, target] of targets) {
    target.setAttribute("role", "button");
    target.setAttribute("aria-label", readout(group));
    target.setAttribute("tabindex", String(tabindex));
    tabindex = -1;
  }
}
