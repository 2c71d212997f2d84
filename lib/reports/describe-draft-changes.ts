import { describeChanges } from "./describe-changes";
import type { Report } from "./report";
import { correctionFieldLabels } from "./report-words";

/** Sentences that are written out; the others are counted. */
const MAX_SENTENCES = 5;

/**
 * What is different between two drafts of one publication, as sentences for editors: "Claim 3 changed: Verdict, Reasons."
 * @param before as it was rendered
 * @param now as it would be
 */
export function describeDraftChanges(before: Report, now: Report): string[] {
  const sentences = [...articleChanges(before, now), ...claimChanges(before, now)];
  const more = sentences.length - MAX_SENTENCES;
  if (more <= 0) return sentences;
  return [
    ...sentences.slice(0, MAX_SENTENCES),
    more === 1 ? "One more thing changed." : `${more} more things changed.`,
  ];
}

function articleChanges(before: Report, now: Report): string[] {
  const changes: string[] = [];
  if (before.publication.number !== now.publication.number) changes.push("It was published by someone else.");
  if (before.article.textHash !== now.article.textHash) changes.push("The text changed.");
  const details = ({ article }: Report) =>
    JSON.stringify([
      article.title,
      article.byline,
      article.publisher,
      article.publishedOn,
      article.sourceUrl,
      article.language,
    ]);
  if (details(before) !== details(now)) changes.push("Its details changed.");
  if (before.finding !== now.finding) changes.push("Its finding changed.");
  if (JSON.stringify(before.scale) !== JSON.stringify(now.scale)) changes.push("Its rating scale changed.");
  return changes;
}

function claimChanges(before: Report, now: Report): string[] {
  const earlier = new Set(before.claims.map(({ id }) => id));
  const numberBefore = new Map(before.claims.map(({ id, number }) => [id, number]));
  const fields = new Map<string, string[]>();
  for (const { claimId, field } of describeChanges(before, now))
    fields.set(claimId, [...(fields.get(claimId) ?? []), field]);
  return [
    ...[...fields].map(([id, changed]) => {
      const number = numberBefore.get(id);
      return changed.includes("removed")
        ? `Claim ${number} is no longer part of it.`
        : `Claim ${number} changed: ${changed.map(correctionFieldLabels).join(", ")}.`;
    }),
    ...now.claims.filter(({ id }) => !earlier.has(id)).map(({ number }) => `Claim ${number} was added.`),
  ];
}
