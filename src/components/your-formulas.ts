// The formulas of a reader's models, looked at while they are typed, and what is wrong with one, below it.
import {element} from "./dom.js";
import {capitalise, ended} from "./format.js";
import {sentence} from "./live-readings.js";
import {YourModel} from "./your-model.js";
import type {YourPlan} from "./your-plan-types.js";
import type {YourChoice} from "./your-types.js";
import type {YourWorkshop} from "./your-work-types.js";

/** After the last letter, in milliseconds, before a formula is looked at. */
const PAUSE = 250;

/** Who says what a choice comes to, who is given a changed one, and who is told whether it can be fitted. */
export interface FormulasOptions {
  readonly workshop: Pick<YourWorkshop, "plan">;
  readonly set: (choice: YourChoice) => void;
  readonly judged: (isRight: boolean) => void;
}

/** The part of the form; all else stays as it is while a formula is wrong. */
export class YourFormulas {
  readonly node: HTMLElement;
  private readonly fields = element("div");
  private readonly problem = element("p", {class: "your-problem", role: "alert"});
  private asked = 0;

  constructor(private readonly options: FormulasOptions) {
    this.node = element("div", {}, this.fields, this.problem);
  }

  /** Draws the models of a plan. */
  show(plan: YourPlan, choice: YourChoice): void {
    this.accept();
    const set = (next: YourChoice): void => {
      this.asked += 1;
      this.options.set(next);
    };
    const typed = (next: YourChoice): void => void this.check(next);
    this.fields.replaceChildren(YourModel(plan, choice, {typed, set}));
  }

  /** Says what is wrong. */
  refuse(reason: unknown): void {
    this.problem.textContent = ended(capitalise(sentence(reason)));
    this.options.judged(false);
  }

  /** The plan of a choice that only its formulas keep from being one, with these as they are; else null. */
  async atFault(choice: YourChoice): Promise<YourPlan | null> {
    if (Object.keys(choice.formulas).length === 0) return null;
    const plan = await this.options.workshop.plan({...choice, formulas: {}}).catch(() => null);
    const own = (model: YourPlan["models"][number]): YourPlan["models"][number] => ({
      ...model,
      formula: choice.formulas[model.outcome] ?? model.formula
    });
    return plan && {...plan, choice, models: plan.models.map(own)};
  }

  /** Nothing is wrong, or it is said elsewhere. */
  accept(): void {
    this.asked += 1;
    this.problem.textContent = "";
  }

  private async check(choice: YourChoice): Promise<void> {
    const own = ++this.asked;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (own !== this.asked) return;
    try {
      await this.options.workshop.plan(choice);
      if (own !== this.asked) return;
      this.accept();
      this.options.judged(true);
    } catch (reason) {
      if (own === this.asked) this.refuse(reason);
    }
  }
}
