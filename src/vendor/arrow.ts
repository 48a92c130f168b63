// The parts of flechette, a small Arrow codec, that pages use; what is not listed is not shipped.
export {
  bool,
  dictionary,
  float32,
  float64,
  int32,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  Type,
  utf8
} from "@uwdata/flechette";
