// Lets a worker thread import TypeScript: tsx's own hook registers in the main thread only.
import {register} from "tsx/esm/api";

register();
