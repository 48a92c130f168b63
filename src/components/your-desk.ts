// What is done with a reader's own file in turn: read, settled, fitted, shown.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import {reportFiles} from "./report-files.js";
import {ReportSheet} from "./report-sheet.js";
import {StudyPage} from "./study-page.js";
import {YourDrop} from "./your-drop.js";
import {YourSettings} from "./your-settings.js";
import {YourStatus, type WayOn} from "./your-status.js";
import {fitting} from "./your-choice.js";
import {openedText} from "./your-words.js";
import {keepFile, keepWork, keptFile, keptWork, type KeptWork} from "./your-store.js";
import type {OpenedFile, YourChoice} from "./your-types.js";
import type {YourDataOptions, YourWorkshop} from "./your-work-types.js";

/** The page at work; `node` is what stands on it. */
export class YourDesk {
  readonly node: HTMLElement;
  private readonly status = new YourStatus(() => this.workshop?.stop());
  private readonly settings = element("div");
  private readonly report = element("div");
  private workshop: YourWorkshop | null = null;
  private turn = 0;

  constructor(private readonly options: YourDataOptions) {
    const drop = YourDrop({
      take: (file) => void this.open(file, {uneven: false, choice: null}),
      example: () => void this.example()
    });
    const {status, settings, report} = this;
    this.node = element("div", {class: "yours"}, drop, status.node, settings, report);
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
    await this.trying(async () => {
      const {exampleFile} = await this.options.workshop();
      await this.open(exampleFile(), {uneven: false, choice: null});
    });
  }

  private async open(
    file: File,
    {uneven, choice}: Pick<KeptWork, "uneven" | "choice">
  ): Promise<void> {
    const before = keptWork();
    const own = choice ?? (before?.name === file.name ? before.choice : null);
    const kept = {name: file.name, bytes: file.size, uneven};
    this.settings.replaceChildren();
    this.report.replaceChildren();
    const again: WayOn = {
      label: "Leave these rows out",
      go: () => void this.open(file, {uneven: true, choice: own})
    };
    await this.trying(async () => {
      this.status.begin("Reading");
      // All code is here before the file is read, so that nothing is asked for afterwards.
      const [door] = await Promise.all([
        this.options.workshop(),
        this.options.engine().catch(() => null)
      ]);
      this.workshop ??= new door.Workshop();
      const opened = await this.workshop.open(file, {uneven}, this.hooks);
      keepWork({...kept, choice: own});
      void keepFile(file);
      this.status.say(openedText(opened));
      this.settle(opened, own ? fitting(opened, own) : opened.choice, kept);
    }, again);
  }

  private settle(opened: OpenedFile, choice: YourChoice, kept: Omit<KeptWork, "choice">): void {
    const {workshop} = this;
    if (!workshop) return;
    const settings = new YourSettings(opened, choice, {
      workshop,
      changed: (next) => {
        keepWork({...kept, choice: next});
      },
      fit: (next) => this.fit(workshop, opened, next)
    });
    this.settings.replaceChildren(settings.node);
  }

  private async fit(workshop: YourWorkshop, opened: OpenedFile, choice: YourChoice): Promise<void> {
    await this.trying(async () => {
      this.status.begin("Fitting");
      const began = performance.now();
      const contents = await workshop.fit(choice, this.hooks);
      const page = new StudyPage(...reportFiles(contents, this.options.engine));
      const sheet = await ReportSheet(page, opened.generated);
      this.report.replaceChildren(sheet);
      const seconds = (performance.now() - began) / 1000;
      this.status.say(`Fitted in ${numberText(seconds, 1)} s. The report is below.`);
      sheet.querySelector("h2")?.focus();
    });
  }

  private readonly hooks = {
    progress: (what: string, share: number): void => this.status.advance(what, share)
  };

  /** Does something, and says in a sentence why it cannot be done; what is there already stays. */
  private async trying(act: () => Promise<void>, uneven?: WayOn): Promise<void> {
    const own = ++this.turn;
    try {
      await act();
    } catch (reason) {
      // Another file was given meanwhile: that one has the word.
      if (own === this.turn) this.status.fail(reason, uneven);
    }
  }
}
