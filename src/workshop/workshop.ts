// The page's side of the workshop: one worker that holds the file, started again after a stop.
import type {YourPlan} from "../components/your-plan-types.js";
import type {OpenedFile, YourChoice} from "../components/your-types.js";
import type {
  ReportContents,
  SafeCells,
  WorkHooks,
  YourWorkshop
} from "../components/your-work-types.js";
import {InputError} from "../engine/index.js";
import {brokenWorker} from "../live/broken-worker.js";
import {startWorkshopWorker} from "../live/start-worker.js";
import type {OpenRequest} from "./opened.js";
import type {WorkNews, WorkRequest} from "./serve-workshop.js";

type WorkshopWorker = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

type Question = WorkRequest extends infer One
  ? One extends unknown
    ? Omit<One, "id">
    : never
  : never;

interface Waiting {
  readonly hooks: WorkHooks;
  readonly settle: (news: WorkNews) => void;
  readonly end: (reason: Error) => void;
}

/** See {@link YourWorkshop}. All promises end with a sentence when the worker stops or dies. */
export class Workshop implements YourWorkshop {
  readonly #start: () => WorkshopWorker;
  #worker: WorkshopWorker | null = null;
  #file: OpenRequest | null = null;
  #opening: OpenRequest | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(start: () => WorkshopWorker = startWorkshopWorker) {
    this.#start = start;
  }

  async open(
    file: File,
    how: {readonly uneven: boolean},
    hooks: WorkHooks = {}
  ): Promise<OpenedFile> {
    this.stop();
    const open: OpenRequest = {file, name: file.name, uneven: how.uneven};
    this.#opening = open;
    try {
      const opened = (await this.#ask({ask: "open", open}, hooks)) as OpenedFile;
      this.#file = open;
      return opened;
    } catch (reason) {
      // The file before is still the page's, and read again when something is asked of it.
      if (this.#opening === open) this.stop();
      throw reason;
    }
  }

  plan(choice: YourChoice): Promise<YourPlan> {
    return this.#ask({ask: "plan", choice}) as Promise<YourPlan>;
  }

  fit(choice: YourChoice, hooks: WorkHooks = {}): Promise<ReportContents> {
    return this.#ask({ask: "fit", choice}, hooks) as Promise<ReportContents>;
  }

  folder(choice: YourChoice): Promise<Uint8Array> {
    return this.#ask({ask: "folder", choice}) as Promise<Uint8Array>;
  }

  cells(choice: YourChoice, limit: number, how: "merge" | "withhold"): Promise<SafeCells> {
    const disclosure = {limit, how};
    return this.#ask({ask: "cells", choice, disclosure}) as Promise<SafeCells>;
  }

  stop(): void {
    this.#end(new DOMException("Stopped.", "AbortError"));
  }

  async #ask(question: Question, hooks: WorkHooks = {}): Promise<unknown> {
    const isNew = this.#worker === null;
    const worker = (this.#worker ??= this.#hire());
    if (isNew && question.ask !== "open" && this.#file)
      await this.#send(worker, {ask: "open", open: this.#file}, hooks);
    return this.#send(worker, question, hooks);
  }

  #hire(): WorkshopWorker {
    const worker = this.#start();
    worker.onmessage = ({data}: MessageEvent<WorkNews>) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting && "what" in data) waiting.hooks.progress?.(data.what, data.share);
      else waiting?.settle(data);
    };
    worker.onerror = ({message}) => {
      if (worker === this.#worker) this.#end(brokenWorker(message));
    };
    return worker;
  }

  #send(worker: WorkshopWorker, question: Question, hooks: WorkHooks): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        hooks,
        settle: (news) => {
          this.#waiting.delete(id);
          if ("answer" in news) resolve(news.answer);
          else if ("refusal" in news) reject(new InputError(news.refusal));
          else if ("failure" in news) reject(failed(news.failure));
        },
        end: reject
      });
      worker.postMessage({...question, id});
    });
  }

  #end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const {end} of waiting) end(reason);
  }
}

function failed(why: string): Error {
  return /memory|allocation|array length/i.test(why)
    ? new Error("The browser has too little memory for this; use fewer columns or rows.")
    : new Error(
        `This broke off: ${why.replace(/[\s.]+$/u, "")}; choose other columns, or tell us.`
      );
}
