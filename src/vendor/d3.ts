// The parts of d3 that pages use; what is not listed is not shipped.
export {csvFormatRows} from "d3";
