// What a reader sets of their study: roles, arms, groups, formulas, title; and the button that fits.
import {element} from "./dom.js";
import {capitalise} from "./format.js";
import {sentence} from "./live-readings.js";
import {YourArms} from "./your-arms.js";
import {gaveWayText, withRole} from "./your-choice.js";
import {YourColumns} from "./your-columns.js";
import {YourExports} from "./your-exports.js";
import {YourGroups} from "./your-groups.js";
import {YourModel} from "./your-model.js";
import type {OpenedFile, YourChoice, YourPlan} from "./your-types.js";
import type {YourWorkshop} from "./your-work-types.js";

/** Who works on the choice, and who is told of it. */
export interface SettingsOptions {
  readonly workshop: YourWorkshop;
  readonly changed: (choice: YourChoice) => void;
  readonly fit: (choice: YourChoice) => Promise<void>;
}

/** The form; every change is audited at once. */
export class YourSettings {
  readonly node: HTMLElement;
  private readonly columns: YourColumns;
  private readonly arms = element("div");
  private readonly said = element("p", {class: "your-hint", role: "status"});
  private readonly groups = element("div");
  private readonly model = element("div");
  private readonly problem = element("p", {class: "your-problem", role: "alert"});
  private readonly button: HTMLButtonElement;
  private asked = 0;

  constructor(
    private readonly file: OpenedFile,
    private choice: YourChoice,
    private readonly options: SettingsOptions
  ) {
    this.columns = new YourColumns(file, choice, (column, role) => {
      const next = withRole(file, this.choice, column, role);
      this.said.textContent = gaveWayText(file, this.choice, next);
      this.set(next);
    });
    this.button = element(
      "button",
      {type: "button", class: "your-fit", disabled: true, onclick: () => void this.fit()},
      "Fit"
    );
    this.node = element(
      "div",
      {class: "your-settings"},
      element("h2", {}, "Columns and their roles"),
      this.columns.node,
      this.said,
      this.arms,
      element("h2", {}, "Groups"),
      this.problem,
      this.groups,
      element("h2", {}, "Model"),
      this.title(),
      this.model,
      this.button,
      YourExports(options.workshop, () => this.choice)
    );
    void this.plan();
  }

  private title(): HTMLElement {
    const field = element("input", {type: "text", name: "your-title", value: this.choice.title});
    field.addEventListener("input", () => {
      this.choice = {...this.choice, title: field.value};
      this.options.changed(this.choice);
    });
    return element("label", {class: "your-title"}, "Title of the report", field);
  }

  private set(choice: YourChoice): void {
    this.choice = choice;
    this.columns.show(choice);
    this.options.changed(choice);
    void this.plan();
  }

  /** Asks what the choice comes to; an answer that is no longer asked for is dropped. */
  private async plan(): Promise<void> {
    const own = ++this.asked;
    try {
      const plan = await this.options.workshop.plan(this.choice);
      if (own === this.asked) this.show(plan);
    } catch (reason) {
      if (own !== this.asked) return;
      this.button.disabled = true;
      this.problem.textContent = `${capitalise(sentence(reason))}.`;
      this.groups.replaceChildren();
      this.arms.replaceChildren(
        YourArms(this.file, this.choice, [], (next) => this.set(next)) ?? ""
      );
    }
  }

  private show(plan: YourPlan): void {
    const set = (next: YourChoice): void => {
      this.set(next);
    };
    this.problem.textContent = "";
    this.button.disabled = false;
    this.arms.replaceChildren(YourArms(this.file, this.choice, plan.arms, set) ?? "");
    this.groups.replaceChildren(YourGroups(plan, set));
    this.model.replaceChildren(YourModel(plan, this.choice, set));
  }

  private async fit(): Promise<void> {
    this.button.disabled = true;
    await this.options.fit(this.choice);
    this.button.disabled = false;
  }
}
