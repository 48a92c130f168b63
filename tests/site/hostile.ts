// Labels that no page should stumble over, put into a report on its way to the browser.
import {tableFromArrays, tableFromIPC, tableToIPC} from "@uwdata/flechette";
import type {StudyCard} from "../../src/components/study-types.js";

/** Markup, a word of 10,000 letters, right-to-left text with an override, emoji, nothing, and twice the same. */
export const hostile = {
  markup: `<script>window.broken = "a script ran"</script><img src=x onerror='window.broken="a handler ran"'>"&amp;`,
  long: "W".repeat(10_000),
  rightToLeft:
    "\u0646\u0633\u0627\u0621 \u0628\u064a\u0636\u060c \u0623\u0645\u0645\u064a\u0629 \u0665 \u202egnihtemos",
  emoji: "\u{1F469}\u{1F3FD}\u200D\u{1F52C} \u{1F3F3}\uFE0F\u200D\u{1F308}",
  empty: "",
  twin: "the same"
} as const;

const cycle = [
  hostile.markup,
  hostile.long,
  hostile.rightToLeft,
  hostile.emoji,
  hostile.empty,
  hostile.twin,
  hostile.twin
];

/** The study with every word that its makers could choose replaced; names and numbers stay. */
export function hostileStudy(study: StudyCard): StudyCard {
  const {markup, long, rightToLeft, emoji, twin} = hostile;
  return {
    ...study,
    title: markup,
    outcome: {...study.outcome, label: markup, unit: `${emoji} ${markup}`},
    source: {...study.source, citation: `${rightToLeft} ${long}`, file: markup},
    recodes: study.recodes.map((step, i) => ({
      ...step,
      name: cycle[i % cycle.length],
      why: markup
    })),
    modifiers: study.modifiers.map((modifier, i) => ({
      ...modifier,
      label: [markup, rightToLeft, twin, twin, long][i % 5]
    })),
    models: study.models.map((model) => ({
      ...model,
      title: `${markup} ${model.id}`,
      origin: long,
      formula: long,
      advice: model.advice.map((advice) => ({...advice, message: markup, remedy: long})),
      code: {brms: markup, poolhouse: long}
    })),
    claims: study.claims.map((claim, i) => ({
      ...claim,
      claim: cycle[i % cycle.length],
      published: markup,
      corrected: long
    }))
  };
}

/** The table with the labels of its rows replaced, one kind after another. */
export function hostileLabels(bytes: Uint8Array): Uint8Array {
  const table = tableFromIPC(bytes);
  const columns = table.names.map((name) => {
    const values: unknown[] = Array.from(table.getChild(name).toArray() as ArrayLike<unknown>);
    return [
      name,
      name === "label" ? values.map((_, i) => cycle[i % cycle.length]) : values
    ] as const;
  });
  const written = tableToIPC(tableFromArrays(Object.fromEntries(columns)), {format: "stream"});
  if (written === null) throw new Error("missing bytes: the Arrow stream has no sink");
  return written;
}
