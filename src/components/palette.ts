// The colours and the typeface of figures, by what they mean; the fallbacks are the light theme's.

/** CSS values; the page's custom properties decide, so that figures follow the theme. */
export const palette = {
  ink: "var(--ink, #1c1d1f)",
  paper: "var(--paper, #ffffff)",
  muted: "var(--muted, #5f6368)",
  grid: "var(--grid, #e8e8e6)",
  /** Partial pooling: the hierarchical model. */
  partial: "var(--partial, #0072b2)",
  /** OLS, no pooling. */
  ols: "var(--ols, #d55e00)",
  /** Complete pooling and reference lines. */
  complete: "var(--complete, #6b6b6b)",
  /** A second kind of group under the same model, always with a shape of its own. */
  second: "var(--second, #00805e)",
  /** Effects below zero, where both signs matter. */
  negative: "var(--negative, #a3477f)",
  /** Nothing but “do not trust”, always with a shape of its own. */
  alarm: "var(--alarm, #98173f)",
  sans: "var(--sans-serif, 'Source Sans 3', system-ui, sans-serif)"
} as const;

/** A colour of the palette, thinned with paper: `amount` from 0 (paper) to 1. */
export function tint(color: string, amount: number): string {
  return `color-mix(in srgb, ${color} ${(amount * 100).toFixed(0)}%, ${palette.paper})`;
}
