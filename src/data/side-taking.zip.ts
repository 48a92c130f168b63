// Loader: everything that the page on side-taking shows, fitted anew when anything it depends on changes.
import {report} from "./report/report.js";
import {sideTaking} from "./studies/side-taking-study.js";

process.stdout.write(await report(sideTaking));
