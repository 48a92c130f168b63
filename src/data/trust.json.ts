// Loader: what the page on trust shows, from the committed results of bench/.
import {readBench, readCalibration} from "./trust/results.js";
import {trustCard} from "./trust/trust-card.js";

process.stdout.write(`${JSON.stringify(trustCard(readBench(), readCalibration()))}\n`);
