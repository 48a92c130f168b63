// What the workshop's worker does: holds one file, and answers what the page asks of it, in order.
import type {YourChoice} from "../components/your-types.js";
import type {SafeCells, WorkHooks} from "../components/your-work-types.js";
import {defineStudy} from "../data/define/define-study.js";
import {sumStudy} from "../data/report/study-cells.js";
import {toColumns} from "../data/table.js";
import {error, sentenceOf} from "../engine/index.js";
import {fitStudy, rowsOfStudy} from "./fit-study.js";
import {openFile, type Opened, type OpenRequest} from "./opened.js";
import {safeCells, type Disclosure} from "./safe-cells.js";
import {planOf} from "./plan.js";
import {settle} from "./settle.js";
import {folderZip} from "./take-folder.js";

/** A question to the worker, with the number that its answer bears. */
export type WorkRequest = {readonly id: number} & (
  | {readonly ask: "open"; readonly open: OpenRequest}
  | {readonly ask: "plan" | "fit" | "folder"; readonly choice: YourChoice}
  | {readonly ask: "cells"; readonly choice: YourChoice; readonly disclosure: Disclosure}
);

/** What the worker tells. */
export type WorkNews = {readonly id: number} & (
  | {readonly what: string; readonly share: number}
  | {readonly answer: unknown}
  | {readonly refusal: string}
  | {readonly failure: string}
);

/** What is used of a worker's global scope. */
export interface WorkScope {
  onmessage: ((event: {readonly data: WorkRequest}) => void) | null;
  postMessage(news: WorkNews): void;
}

type Progress = NonNullable<WorkHooks["progress"]>;

/** Answers requests one after another. */
export function serveWorkshop(scope: WorkScope): void {
  let opened: Opened | null = null;
  let turn = Promise.resolve();
  const answer = async (request: WorkRequest): Promise<unknown> => {
    const progress: Progress = (what, share) => {
      scope.postMessage({id: request.id, what, share});
    };
    if (request.ask === "open") {
      opened = null;
      opened = await openFile(request.open, progress);
      return opened.told;
    }
    return work(opened ?? error("missing file: none is open; choose one"), request, progress);
  };
  scope.onmessage = ({data}) => {
    turn = turn.then(async () => {
      const {id} = data;
      try {
        scope.postMessage({id, answer: await answer(data)});
      } catch (reason) {
        scope.postMessage({id, ...faultOf(reason)});
      }
    });
  };
}

function work(
  opened: Opened,
  request: Exclude<WorkRequest, {ask: "open"}>,
  progress: Progress
): unknown {
  const {choice} = request;
  if (request.ask === "plan") return planOf(opened, choice);
  const {declaration} = settle(opened, choice);
  if (request.ask === "fit") return fitStudy(opened, declaration, progress);
  const {table} = rowsOfStudy(opened, declaration);
  if (request.ask !== "cells") return folderZip(declaration, table.numRows());
  const study = defineStudy(declaration);
  const [data] = [...sumStudy(study, toColumns(table)).values()].map((one) => one.data);
  const answer: SafeCells = safeCells(
    study,
    data,
    declaration.treatment.column,
    request.disclosure
  );
  return answer;
}

function faultOf(reason: unknown): {refusal: string} | {failure: string} {
  try {
    return {refusal: sentenceOf(reason)};
  } catch {
    return {failure: reason instanceof Error ? reason.message : String(reason)};
  }
}
