// What a publication is cited by, types only.

/** A publication in parts, for reference managers. */
export interface Reference {
  readonly kind: "article" | "data";
  /** Family name first. */
  readonly authors: readonly string[];
  readonly year?: number;
  readonly title: string;
  /** The journal or the archive; left out where it is not known. */
  readonly publisher?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly pages?: string;
  readonly doi?: string;
  /** How to cite it, whole, where that could not be taken apart. */
  readonly note?: string;
}
