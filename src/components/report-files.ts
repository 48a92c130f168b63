// A report's files in memory, as a study's page takes them: some now, the rest when they are needed.
import type {ReportFiles} from "./report.js";
import type {LaterFiles} from "./study-parts.js";
import type {StudyCard} from "./study-types.js";
import type {TableCard} from "./table-types.js";
import type {ReportContents} from "./your-work-types.js";

/** Tables that nothing else fetches. */
const whole = ["effects", "parameters", "curves", "diagnostics"];

/** Both halves of what `new StudyPage()` takes. Raises an Error for a file that is not there. */
export function reportFiles(
  contents: ReportContents,
  engine: LaterFiles["engine"]
): readonly [Required<ReportFiles>, LaterFiles] {
  const bytes = (name: string): ArrayBuffer => {
    const found = Object.hasOwn(contents, name) ? contents[name] : null;
    if (!found) throw new Error(`missing file: ${name}; fit again`);
    return found.slice().buffer;
  };
  const later = (name: string) => (): Promise<ArrayBuffer> =>
    new Promise((resolve) => {
      resolve(bytes(name));
    });
  const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytes(name)));
  const cells = Object.keys(contents).flatMap((name) => {
    const own = /^cells-(.+)\.arrow$/.exec(name)?.[1];
    return own === undefined ? [] : [[own, later(name)] as const];
  });
  return [
    {
      study: json("study.json") as StudyCard,
      effects: bytes("effects.arrow"),
      parameters: bytes("parameters.arrow"),
      curves: bytes("curves.arrow")
    },
    {
      engine,
      lens: later("lens.arrow"),
      draws: later("draws.arrow"),
      covariances: later("covariances.arrow"),
      cells: Object.fromEntries(cells),
      tables: () => Promise.resolve(json("tables.json") as TableCard[]),
      whole: Object.fromEntries(whole.map((name) => [name, later(`${name}.arrow`)]))
    }
  ];
}
