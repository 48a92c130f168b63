// The report of a reader's own file: fetched with the rest of the code when a file is given.
import {reportFiles} from "./report-files.js";
import {ReportSheet} from "./report-sheet.js";
import {StudyPage} from "./study-page.js";
import type {LaterFiles} from "./study-parts.js";
import type {ReportContents} from "./your-work-types.js";

/** A report drawn from its files; `warning` says that rows are generated, where they are. Raises what sections raise. */
export function YourReport(
  contents: ReportContents,
  {engine, warning}: {readonly engine: LaterFiles["engine"]; readonly warning: string}
): Promise<HTMLElement> {
  return ReportSheet(new StudyPage(...reportFiles(contents, engine)), warning);
}
