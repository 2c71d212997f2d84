import type { ClaimantKind, ClaimedBy } from "@/lib/claimants/claimant";
import type { ClaimedByInput } from "@/lib/claimants/claimant-input";
import { splitClaimantText } from "@/lib/claimants/split-claimant-text";
import { LIMITS } from "@/lib/claims/claim-input";

/** The claimant of a claim as text to edit. */
export interface ClaimantDraft {
  name: string;
  /** Of a known claimant that was chosen; null for a name that was typed. */
  id: string | null;
  /** Of the known claimant, or as chosen for a new one; null until one is chosen. */
  kind: ClaimantKind | null;
  /** Whether it is another one than those that are known by this name. */
  isNew: boolean;
}

/** The fields of a form that say who made and who carried a claim. */
export interface ClaimedByFields {
  claimant: ClaimantDraft;
  /** At the time of the claim. */
  claimantRole: string;
  carriedBy: string;
}

export const NO_CLAIMANT: ClaimantDraft = { name: "", id: null, kind: null, isNew: false };

/** The fields for the claimant of a claim. */
export function claimedByFields(claim: {
  claimant: ClaimedBy | null;
  carriedBy: string | null;
}): ClaimedByFields {
  const { claimant, carriedBy } = claim;
  return {
    claimant: claimant
      ? { name: claimant.name, id: claimant.id, kind: claimant.kind, isNew: false }
      : NO_CLAIMANT,
    claimantRole: claimant?.role ?? "",
    carriedBy: carriedBy ?? "",
  };
}

/** The claimant of a form as it is sent to the server. */
export function claimedByInputOf({ claimant, claimantRole }: ClaimedByFields): ClaimedByInput {
  const { id, name, kind, isNew } = claimant;
  return id ? { id, role: claimantRole } : { name, kind, role: claimantRole, isNew };
}

/** Whether a name that was typed means a claimant that the other form already knows. */
export function isSameClaimant(typed: ClaimantDraft, known: ClaimantDraft): boolean {
  return !typed.id && !typed.isNew && known.id !== null && typed.name.trim() === known.name;
}

/** The fields of a form. Forms stored by an earlier release have the claimant as one text. @param fields is not changed */
export function withClaimantFields<Fields extends ClaimedByFields & { tags: string }>(
  fields: Fields,
): Fields {
  const stored: unknown = fields.claimant;
  if (typeof stored !== "string") return fields;
  const tags = fields.tags
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  const split = splitClaimantText(stored, tags, LIMITS);
  return {
    ...fields,
    claimant: { ...NO_CLAIMANT, name: split.claimant?.name ?? "" },
    claimantRole: split.claimant?.role ?? "",
    carriedBy: split.carriedBy ?? "",
    tags: split.tags.length > tags.length ? split.tags.join(", ") : fields.tags,
  };
}
