// Values that look like codes for no answer, such as 98, and a box to say that they are.
import {element} from "./dom.js";
import {listText} from "./format.js";
import {roleOf} from "./your-choice.js";
import type {OpenedFile, YourChoice} from "./your-types.js";

type Change = (change: (choice: YourChoice) => YourChoice) => void;

/** A box for each column that has a role and such values; hidden where none has. */
export class YourCodes {
  readonly node: HTMLElement;
  private readonly boxes: readonly {
    readonly name: string;
    readonly input: HTMLInputElement;
    readonly label: HTMLElement;
  }[];

  constructor(
    private readonly file: Pick<OpenedFile, "columns" | "codes">,
    choice: YourChoice,
    set: Change
  ) {
    this.boxes = Object.entries(file.codes).map(([name, codes = []]) => {
      const input = element("input", {type: "checkbox"});
      input.addEventListener("change", () => {
        set((before) => withNoAnswer(before, name, input.checked ? codes : []));
      });
      const values = codes.map((code) => code.replace("-", "−"));
      const words = ` ${listText(values, "or")} of ${this.labelOf(name)}`;
      return {name, input, label: element("label", {}, input, words)};
    });
    const labels = this.boxes.map(({label}) => label);
    this.node = element(
      "div",
      {class: "your-kept", role: "group", "aria-label": "Values that stand for no answer"},
      ...[element("span", {}, "There is no answer where a row has"), ...labels]
    );
    this.show(choice);
  }

  /** Follows the roles, and what is ticked. */
  show(choice: YourChoice): void {
    for (const {name, input, label} of this.boxes) {
      label.hidden = roleOf(choice, name) === null;
      input.checked = Object.hasOwn(choice.noAnswer, name);
    }
    this.node.hidden = this.boxes.every(({label}) => label.hidden);
  }

  private labelOf(name: string): string {
    return this.file.columns.find((column) => column.name === name)?.label ?? name;
  }
}

/** The choice with these values of a column, as texts, taken for no answer; with none of them where there are none. */
export function withNoAnswer(
  choice: YourChoice,
  name: string,
  codes: readonly string[]
): YourChoice {
  const {[name]: _, ...others} = choice.noAnswer;
  return {...choice, noAnswer: codes.length === 0 ? others : {...others, [name]: codes}};
}
