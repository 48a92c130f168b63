// Loader: what the page on trust shows, from the committed results of bench/.
import {readAgreement, readBench, readCalibration} from "./trust/results.js";
import {trustCard} from "./trust/trust-card.js";

const card = trustCard(readBench(), readCalibration(), readAgreement());
process.stdout.write(`${JSON.stringify(card)}\n`);
