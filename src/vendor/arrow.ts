// The parts of flechette, a small Arrow codec, that pages use; what is not listed is not shipped.
export {float64, int32, tableFromArrays, tableFromIPC, tableToIPC} from "@uwdata/flechette";
