// What a study says of a published claim, types only.

/** A published claim, tried on the corrected model. */
export interface Claim {
  readonly claim: string;
  readonly where: string;
  readonly topic: string;
  readonly verdict: "survives" | "weakened" | "does not survive";
  readonly published: string;
  readonly corrected: string;
}
