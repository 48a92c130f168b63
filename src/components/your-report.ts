// The report of a reader's own file: fetched with the rest of the code when a file is given.
import {element} from "./dom.js";
import {reportFiles} from "./report-files.js";
import {ReportSheet} from "./report-sheet.js";
import {StudyPage} from "./study-page.js";
import type {LaterFiles} from "./study-parts.js";
import {TakeButton} from "./take-button.js";
import {withReport} from "./taken-report.js";
import type {ReportContents} from "./your-work-types.js";

/** What a report needs beside its files. */
export interface YourReportOptions {
  readonly engine: LaterFiles["engine"];
  /** Words that say so when rows are generated; empty when they are the reader's. */
  readonly warning: string;
  /** The page in one file, which takes the report in; null where the report is in it already. */
  readonly shell: (() => Promise<string>) | null;
}

/** A report drawn from its files. Raises what its sections raise. */
export async function YourReport(
  contents: ReportContents,
  {engine, warning, shell}: YourReportOptions
): Promise<HTMLElement> {
  const page = new StudyPage(...reportFiles(contents, engine));
  const {id, title} = page.report.study;
  const sheet = await ReportSheet(page, warning);
  const heading = sheet.querySelector("h2");
  if (!shell) heading?.replaceChildren("The report");
  else {
    const status = element("span", {class: "take-status", role: "status"});
    const take = TakeButton({
      label: "This report as one file (.html)",
      file: `${id}.html`,
      make: async () =>
        new Blob([await withReport(await shell(), {title, warning, contents})], {
          type: "text/html"
        }),
      status
    });
    heading?.after(element("p", {class: "report-take"}, take, " ", status));
  }
  return sheet;
}
