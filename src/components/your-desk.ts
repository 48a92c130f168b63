// What is done with a reader's own file in turn: read, settled, fitted, shown.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {YourDrop} from "./your-drop.js";
import {YourSettings} from "./your-settings.js";
import {YourStatus, type WayOn} from "./your-status.js";
import {fitting} from "./your-choice.js";
import {everythingReady} from "./your-ready.js";
import {YourTurns} from "./your-turns.js";
import {openedText} from "./your-words.js";
import {keepFile, keepWork, keptChoice, keptFile, keptWork, type KeptWork} from "./your-store.js";
import type {OpenedFile, YourChoice} from "./your-types.js";
import type {WorkHooks, YourDataOptions, YourWorkshop} from "./your-work-types.js";

/** The page at work; `node` is what stands on it. */
export class YourDesk {
  readonly node: HTMLElement;
  private readonly status = new YourStatus(() => this.workshop?.stop());
  private readonly settings = element("div");
  private readonly report = element("div");
  private workshop: YourWorkshop | null = null;
  private readonly turns = new YourTurns((reason, way) => this.status.fail(reason, way));

  constructor(private readonly options: YourDataOptions) {
    const drop = YourDrop({
      take: (file) => void this.open(file, {uneven: false, choice: null}),
      example: () => void this.example()
    });
    const parts = [drop, this.status.node, this.settings, this.report];
    this.node = element("div", {class: "yours"}, ...parts);
  }

  /** Goes on with what a reload broke off. */
  resume(): void {
    const work = keptWork();
    if (!work) return;
    const file = keptFile(work);
    if (file) void this.open(file, work);
    else this.status.say(`Choose ${work.name} again to go on: what you set is kept.`);
  }

  private async example(): Promise<void> {
    await this.turns.run(async () => {
      const {exampleFile} = await this.options.workshop();
      await this.open(exampleFile(), {uneven: false, choice: null});
    });
  }

  private async open(
    file: File,
    {uneven, choice}: Pick<KeptWork, "uneven" | "choice">
  ): Promise<void> {
    const own = choice ?? keptChoice(file.name);
    const kept = {name: file.name, bytes: file.size, uneven};
    const again: WayOn = {
      label: "Leave these rows out",
      go: () => void this.open(file, {uneven: true, choice: own})
    };
    // What stands there stays until another file is read: one that cannot be costs nothing.
    this.settings.inert = true;
    const isLast = await this.turns.run(async (isCurrent) => {
      this.status.begin("Reading");
      const door = await everythingReady(this.options);
      if (!isCurrent()) return;
      this.workshop ??= new door.Workshop();
      const opened = await this.workshop.open(file, {uneven}, this.hooks);
      keepWork({...kept, choice: own});
      void keepFile(file);
      const anew: WayOn = {label: "Start over", go: () => this.startOver(opened, kept)};
      if (own) this.status.say(`${openedText(opened)} What you set for it before is kept.`, anew);
      else this.status.say(openedText(opened));
      this.report.replaceChildren();
      this.settle(opened, own ? fitting(opened, own) : opened.choice, kept);
    }, again);
    if (isLast) this.settings.inert = false;
  }

  /** What is set is forgotten, and what was proposed stands again; the file is not read again. */
  private startOver(opened: OpenedFile, kept: Omit<KeptWork, "choice">): void {
    keepWork({...kept, choice: null});
    this.status.say("Everything is set as it is proposed for this file.");
    this.settle(opened, opened.choice, kept);
  }

  private settle(opened: OpenedFile, choice: YourChoice, kept: Omit<KeptWork, "choice">): void {
    const {workshop} = this;
    if (!workshop) return;
    const settings = new YourSettings(opened, choice, {
      workshop,
      changed: (next): void => {
        keepWork({...kept, choice: next});
        this.status.forget();
      },
      fit: (next) => this.fit(workshop, opened, next),
      over: () => this.startOver(opened, kept)
    });
    this.settings.replaceChildren(settings.node);
  }

  private async fit(workshop: YourWorkshop, opened: OpenedFile, choice: YourChoice): Promise<void> {
    await this.turns.run(async () => {
      this.status.begin("Fitting");
      const began = performance.now();
      const contents = await workshop.fit(choice, this.hooks);
      const {engine, report, shell} = this.options;
      const {YourReport} = await report();
      const sheet = await YourReport(contents, {engine, shell, warning: opened.generated});
      this.report.replaceChildren(sheet);
      const seconds = numberText((performance.now() - began) / 1000, 1);
      this.status.say(`Fitted in ${seconds} s. The report is below.`);
      sheet.scrollIntoView();
      sheet.querySelector("h2")?.focus({preventScroll: true});
    });
  }

  private readonly hooks: WorkHooks = {
    progress: (what, share): void => this.status.advance(what, share)
  };
}
