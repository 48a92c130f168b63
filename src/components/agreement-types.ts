// How far our posteriors lie from their references: a part of `trust.json`, types only.

/** One model by one method beside a reference posterior. */
export interface AgreementRow {
  readonly id: string;
  /** The model in words. */
  readonly label: string;
  readonly method: string;
  /** The reference: the software's name, or "quadrature" where it is exact. */
  readonly against: string;
  readonly chains: number;
  readonly draws: number;
  /** Compared, and left out because the reference knows too little of them. */
  readonly parameters: number;
  readonly left_out: number;
  /** The farthest parameter by brms's name, and its distance in Monte Carlo errors. */
  readonly worst: string;
  readonly largest: number;
  /** How many miss a limit, of mean or sd; lie within two errors; and the mean of their squares. */
  readonly beyond: number;
  readonly within2: number;
  readonly mean_square: number;
  /** Share of parameters by bin of distance. */
  readonly shares: readonly number[];
  /** Our sds over the reference's: least, quartiles, greatest. */
  readonly ratio: {
    readonly low: number;
    readonly q25: number;
    readonly median: number;
    readonly q75: number;
    readonly high: number;
  };
}

/** How far posteriors lie from their references. */
export interface AgreementCard {
  readonly date: string;
  readonly poolhouse: string;
  /** Distances beyond it, either way, disagree. */
  readonly limit: number;
  /** The bins' edges, and the share of each that chance gives. */
  readonly edges: readonly number[];
  readonly expected: readonly number[];
  readonly rows: readonly AgreementRow[];
}
