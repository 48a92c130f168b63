// Which column is what, as a reader sets it, and which of its values are none.
import {element} from "./dom.js";
import {gaveRoleText, gaveWayText, withRole} from "./your-choice.js";
import {YourCodes} from "./your-codes.js";
import {YourColumns} from "./your-columns.js";
import type {OpenedFile, YourChoice} from "./your-types.js";

/** The table of columns, what a change did to other roles, and boxes for codes; every change is told to `set`. */
export class YourRoles {
  readonly node: HTMLElement;
  private readonly columns: YourColumns;
  private readonly codes: YourCodes;
  private readonly said = element("p", {class: "your-hint", role: "status"});

  constructor(
    private readonly file: OpenedFile,
    private choice: YourChoice,
    set: (next: YourChoice) => void
  ) {
    this.columns = new YourColumns(file, choice, (column, role) => {
      const next = withRole(file, this.choice, column, role);
      this.said.textContent = gaveWayText(file, this.choice, next);
      set(next);
    });
    this.codes = new YourCodes(file, choice, (change) => set(change(this.choice)));
    this.node = element(
      "div",
      {class: "your-roles"},
      ...[element("h2", {}, "Columns and their roles"), this.columns.node],
      ...[this.said, this.codes.node]
    );
  }

  /** Brings all in line with a choice. */
  show(choice: YourChoice): void {
    this.choice = choice;
    this.columns.show(choice);
    this.codes.show(choice);
  }

  /** Takes over the roles that a formula gave, and says which; true where it gave some. */
  follow(choice: YourChoice): boolean {
    const said = gaveRoleText(this.file, this.choice, choice);
    if (said === "") return false;
    this.said.textContent = said;
    this.show(choice);
    return true;
  }
}
