// Loader: everything that the page on tunisia shows, fitted anew when anything it depends on changes.
import {report} from "./report/report.js";
import {tunisia} from "./studies/tunisia.js";

process.stdout.write(await report(tunisia));
