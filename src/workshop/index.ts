// The door of the workshop: a reader's own file read, profiled, settled and fitted, in workers.
// One bundle of its own with the engine in it, so that pages that refit load none of this.
export {holdLifeline} from "../live/lifeline.js";
export {serveChains} from "../live/serve-chains.js";
export {stopPoint} from "../live/stop-point.js";
export {exampleFile} from "./example.js";
export {serveWorkshop} from "./serve-workshop.js";
export {Workshop} from "./workshop.js";
