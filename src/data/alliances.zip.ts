// Loader: everything that the page on alliances shows, fitted anew when anything it depends on changes.
import {report} from "./report/report.js";
import {alliances} from "./studies/alliances-study.js";

process.stdout.write(await report(alliances));
