import { words } from "@/lib/words/words";
import type { ImportDifference, ImportDifferences } from "./import-difference";

const t = words("import");

/** Longest quotation of a missing passage in a sentence, in characters. */
const MAX_QUOTED = 200;

/** The differences of an import in sentences: how many there are, then each with the words around it. */
export function describeDifferences({ listed, passages, figures, isCompared }: ImportDifferences): string[] {
  if (!isCompared) return [t("differences.notCompared")];
  if (passages + figures === 0) return [];
  const more = passages + figures - listed.length;
  return [
    t("differences.summary", { passages, figures }),
    ...listed.map(sentenceOf),
    ...(more > 0 ? [t("differences.more", { count: more })] : []),
  ];
}

function sentenceOf({ kind, original, imported, before, after }: ImportDifference): string {
  const shown = {
    original: quoted(original),
    imported: quoted(imported),
    before: tail(before),
    after: head(after),
  };
  return t(`differences.sentence.${kind}`, shown);
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED).toWellFormed()}…` : line;
}

const tail = (text: string) =>
  text
    .slice(text.lastIndexOf("\n") + 1)
    .slice(-30)
    .toWellFormed();
const head = (text: string) => (text.split("\n", 1)[0] ?? "").slice(0, 30).toWellFormed();
