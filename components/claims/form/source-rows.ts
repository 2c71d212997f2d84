import { type ClaimDraft, type EvidenceDraft, newEvidence } from "@/components/drafts/claim-draft";
import type { Claim } from "@/lib/claims/claim";
import { LIMITS } from "@/lib/claims/claim-input";
import type { Source } from "@/lib/sources/source";

/** How many sources of the article are offered. */
const MAX_OFFERED = 4;

/** Whether a text is a web address and nothing else: one with its scheme, or one that begins with "www.". */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/|www\.)[^\s/]+\S*$/i.test(text) && text.length <= LIMITS.url;
}

/** A row for a source that the desk may not know. @param text its address or its title; empty for neither */
export function newSourceRow(text: string): EvidenceDraft {
  const trimmed = text.trim();
  if (!isAddress(trimmed)) return { ...newEvidence(), title: trimmed };
  return { ...newEvidence(), url: /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed };
}

/** A form in which what is typed in the source field has become a source, so that a save does not lose it. */
export function withTypedSource(draft: ClaimDraft): ClaimDraft {
  const query = draft.sourceQuery?.trim() ?? "";
  if (query === "") return draft;
  return { ...draft, sourceQuery: "", evidence: [...draft.evidence, newSourceRow(query)] };
}

/** Sources that an article cites, those of the claims that changed last first, each once. */
export function citedSources(claims: readonly Claim[]): Source[] {
  const newest = claims.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const sources = new Map<string, Source>();
  for (const { source } of newest.flatMap(({ evidence }) => evidence))
    if (!sources.has(source.id)) sources.set(source.id, source);
  return [...sources.values()];
}

/** The cited sources to offer in a form: those that it does not have yet. */
export function offeredSources(cited: readonly Source[], rows: readonly EvidenceDraft[]): Source[] {
  return cited.filter(({ id }) => !rows.some(({ sourceId }) => sourceId === id)).slice(0, MAX_OFFERED);
}
