// The page's words for a live fit, under the names that this room uses.
export type {
  LiveCard,
  LiveChoice,
  LiveHeadline,
  LiveModifier as ModifierCard
} from "../components/live-types.js";
