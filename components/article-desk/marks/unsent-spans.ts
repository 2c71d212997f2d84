import type { UnsentClaim } from "@/components/claims/unsent-claims";

const PREFIX = "unsent:";

/** The id of the mark of a claim that the server does not have yet. @param key that of its form */
export const unsentMarkId = (key: string): string => PREFIX + key;

/** The key of the form of a claim that the server does not have yet, from the id of its mark; null for the mark of another claim. */
export function keyOfUnsentMark(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}

/** Whether a claim was marked in the text that the page shows: someone can have replaced it in the meantime. */
export function isInText(
  { versionId, start, end, exact }: Pick<UnsentClaim, "versionId" | "start" | "end" | "exact">,
  { version, map }: { version: { id: string }; map: { text: string } },
): boolean {
  return versionId === version.id && map.text.slice(start, end) === exact;
}
