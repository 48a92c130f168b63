// What a reader sets of their study: roles, arms, groups, formulas, title; and the button that fits.
import {element} from "./dom.js";
import {capitalise, ended} from "./format.js";
import {sentence} from "./live-readings.js";
import {YourArms} from "./your-arms.js";
import {YourExports} from "./your-exports.js";
import {YourFormulas} from "./your-formulas.js";
import {YourGroups} from "./your-groups.js";
import {YourOver} from "./your-over.js";
import {YourRoles} from "./your-roles.js";
import {YourRows} from "./your-rows.js";
import {YourTitle} from "./your-title.js";
import type {YourPlan} from "./your-plan-types.js";
import type {OpenedFile, YourChoice} from "./your-types.js";
import type {SettingsOptions} from "./your-work-types.js";

/** The form; every change is audited at once. */
export class YourSettings {
  readonly node: HTMLElement;
  private readonly roles: YourRoles;
  private readonly arms = element("div");
  private readonly groups = element("div");
  private readonly formulas: YourFormulas;
  private readonly problem = element("p", {class: "your-problem", role: "alert"});
  private readonly button: HTMLButtonElement;
  private asked = 0;

  constructor(
    private readonly file: OpenedFile,
    private choice: YourChoice,
    private readonly options: SettingsOptions
  ) {
    this.roles = new YourRoles(file, choice, (next) => this.set(next));
    this.button = element(
      "button",
      {type: "button", class: "your-fit", disabled: true, onclick: () => void this.fit()},
      "Fit"
    );
    this.formulas = new YourFormulas({
      workshop: options.workshop,
      set: (next) => this.set(next, true),
      judged: (isRight) => (this.button.disabled = !isRight)
    });
    const parts = [
      ...[this.roles.node, YourOver(options.over), this.arms],
      YourRows(file, choice, (change) => this.set(change(this.choice))),
      ...[element("h2", {}, "Groups"), this.problem, this.groups, element("h2", {}, "Model")],
      ...[YourTitle(choice, (words) => this.keep({...this.choice, ...words}))],
      ...[this.formulas.node, this.button],
      YourExports(options.workshop, file.id, () => this.choice)
    ];
    this.node = element("div", {class: "your-settings"}, ...parts);
    void this.plan();
  }

  private keep(choice: YourChoice): void {
    this.choice = choice;
    this.options.changed(choice);
  }

  private set(choice: YourChoice, isFormula = false): void {
    this.keep(choice);
    this.roles.show(choice);
    void this.plan(isFormula);
  }

  /** Asks what the choice comes to; an answer that is no longer asked for is dropped. */
  private async plan(isFormula = false): Promise<void> {
    const own = ++this.asked;
    try {
      const plan = await this.options.workshop.plan(this.choice);
      if (own === this.asked) this.show(plan);
    } catch (reason) {
      const plan = isFormula ? null : await this.formulas.atFault(this.choice);
      if (own !== this.asked) return;
      // What is wrong with a formula is said below it, and all else stays as it is.
      if (plan) this.show(plan);
      if (plan || isFormula) this.formulas.refuse(reason);
      else this.refuse(reason);
    }
  }

  private refuse(reason: unknown): void {
    this.button.disabled = true;
    this.formulas.accept();
    this.problem.textContent = ended(capitalise(sentence(reason)));
    this.groups.replaceChildren();
    const set = (next: YourChoice): void => this.set(next);
    this.arms.replaceChildren(YourArms(this.file, this.choice, [], set) ?? "");
  }

  private show(plan: YourPlan): void {
    const set = (next: YourChoice): void => this.set(next);
    this.problem.textContent = "";
    this.button.disabled = false;
    if (this.roles.follow(plan.choice)) this.keep(plan.choice);
    this.arms.replaceChildren(YourArms(this.file, this.choice, plan.arms, set) ?? "");
    this.groups.replaceChildren(YourGroups(plan, set));
    this.formulas.show(plan, this.choice);
  }

  private async fit(): Promise<void> {
    this.button.disabled = true;
    await this.options.fit(this.choice);
    this.button.disabled = false;
  }
}
