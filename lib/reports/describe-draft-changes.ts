import { intlLocale } from "@/lib/intl-locale";
import { isSameJson } from "@/lib/is-same-json";
import type { Translator } from "@/lib/words/translator";
import { type WordsKey, words } from "@/lib/words/words";
import { describeChanges } from "./describe-changes";
import type { CorrectionField, Report } from "./report";
import { reportWords } from "./report-words";

/** Sentences that are written out; the others are counted. */
const MAX_SENTENCES = 5;

/**
 * What is different between two drafts of one publication, as sentences for editors: "Claim 3 changed: Verdict, Reasons."
 * @param before as it was rendered
 * @param now as it would be
 * @param language BCP 47
 */
export function describeDraftChanges(before: Report, now: Report, language = "en"): string[] {
  const t = words("report", language);
  const sentences = [...articleChanges(before, now, t), ...claimChanges(before, now, language)];
  const more = sentences.length - MAX_SENTENCES;
  if (more <= 0) return sentences;
  return [...sentences.slice(0, MAX_SENTENCES), t("draft.more", { count: more })];
}

function articleChanges(before: Report, now: Report, t: Translator<WordsKey<"report">>): string[] {
  const changes: string[] = [];
  if (before.publication.number !== now.publication.number) changes.push(t("draft.publisher"));
  if (before.article.textHash !== now.article.textHash) changes.push(t("draft.text"));
  const details = ({ article }: Report) =>
    JSON.stringify([
      article.title,
      article.byline,
      article.publisher,
      article.publishedOn,
      article.sourceUrl,
      article.language,
    ]);
  if (details(before) !== details(now)) changes.push(t("draft.details"));
  if (before.finding !== now.finding) changes.push(t("draft.finding"));
  if (!isSameJson(before.scale, now.scale)) changes.push(t("draft.scale"));
  return changes;
}

function claimChanges(before: Report, now: Report, language: string): string[] {
  const t = words("report", language);
  const { correctionField } = reportWords(language);
  const list = new Intl.ListFormat(intlLocale(language), { type: "unit" });
  const earlier = new Set(before.claims.map(({ id }) => id));
  const numberBefore = new Map(before.claims.map(({ id, number }) => [id, number]));
  const fields = new Map<string, CorrectionField[]>();
  for (const { claimId, field } of describeChanges(before, now))
    fields.set(claimId, [...(fields.get(claimId) ?? []), field]);
  return [
    ...[...fields].map(([id, changed]) => {
      const number = numberBefore.get(id);
      return changed.includes("removed")
        ? t("draft.claim.removed", { number })
        : t("draft.claim.changed", { number, fields: list.format(changed.map(correctionField)) });
    }),
    ...now.claims
      .filter(({ id }) => !earlier.has(id))
      .map(({ number }) => t("draft.claim.added", { number })),
  ];
}
