// The models of a page that can be refitted, each as it was published.
import type {Choice} from "./choices.js";
import {capitalise} from "./format.js";
import {Field} from "./live-field.js";
import type {LiveEngine} from "./live-answer.js";
import type {LiveState} from "./live-address.js";
import type {LivePanelOptions} from "./live-panel.js";
import type {LiveCard, LiveChoice} from "./live-types.js";
import type {EffectRow} from "./types.js";

/** A page's models by id. */
export class LiveModels {
  /** The id of the one that the page opens with. */
  readonly first: string;
  readonly cards: ReadonlyMap<string, LiveCard>;
  private readonly effects: readonly EffectRow[];

  constructor(
    {models, effects}: Pick<LivePanelOptions, "models" | "effects">,
    private readonly engine: LiveEngine
  ) {
    this.first = models[0]?.id ?? "";
    this.cards = new Map(models.map(({id, live}) => [id, live]));
    this.effects = effects;
  }

  /** A model's card; throws when there is none. */
  cardOf(id: string): LiveCard {
    const card = this.cards.get(id);
    if (!card) throw new Error(`unknown model: ${id}; it cannot be refitted`);
    return card;
  }

  /** The effects of a model's groups as published. */
  published(id: string): EffectRow[] {
    return this.effects.filter((row) => row.model === id);
  }

  /** The keys of those groups. */
  keys(id: string): Set<string> {
    return new Set(this.published(id).map(({group}) => group));
  }

  /** A model's card, published effects, and groups to choose from. */
  of(id: string): {card: LiveCard; published: EffectRow[]; groups: Choice[]} {
    const published = this.published(id);
    const groups = published.map(({group, label}) => ({value: group, label: capitalise(label)}));
    return {card: this.cardOf(id), published, groups};
  }

  /** A model with nothing changed, or with nothing but the priors of another choice, as far as it has such. */
  plain(model: string, kept?: Pick<LiveChoice, "spread" | "coefficients">): LiveState {
    const card = this.cardOf(model);
    const has = (kind: "sd" | "b"): boolean => this.engine.hasScale(card.spec.priors, kind);
    const choice = {
      ...this.engine.unchanged(card),
      ...(kept && has("sd") && {spread: kept.spread}),
      ...(kept && has("b") && {coefficients: kept.coefficients})
    };
    return {model, choice};
  }

  /** True when nothing of a state is changed. */
  isPlain({model, choice}: LiveState): boolean {
    return this.engine.isUnchanged(this.cardOf(model), choice);
  }
}

/** A list of the models to choose from. */
export function ModelList(
  models: LivePanelOptions["models"],
  chosen: string,
  set: (model: string) => void
): HTMLElement | null {
  const titles = models.map(({id, title}) => ({value: id, label: title}));
  return titles.length < 2 ? null : Field("live-model", "Model", titles, chosen, set);
}
