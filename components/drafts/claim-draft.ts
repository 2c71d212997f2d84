import type { Claim, ClaimKind } from "@/lib/claims/claim";
import type { ClaimContentInput, EvidenceInput } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";
import type { SourceKind, Stance } from "@/lib/sources/source";

/** A row of evidence as it is typed. */
export interface EvidenceDraft {
  /** Tells rows apart while they are moved. */
  key: string;
  stance: Stance;
  excerpt: string;
  note: string;
  accessedOn: string;
  archiveUrl: string;
  /** Of an earlier source that was chosen; its fields are then shown and not typed. */
  sourceId: string | null;
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  kind: SourceKind;
  primary: boolean;
  confidential: boolean;
  /** Absent in drafts that were kept before there was one. */
  publicDescription?: string;
  /** What an entry that was pasted says besides. */
  authors?: string[];
  doi?: string | null;
  language?: string | null;
}

/** What is said about a claim, as it is typed. */
export interface ClaimFields {
  statement: string;
  claimant: string;
  claimedOn: string;
  kind: ClaimKind;
  /** Parted by commas. */
  tags: string;
  ratingKey: string | null;
  rationaleDoc: DocumentNode;
  evidence: EvidenceDraft[];
}

/** The fields that two people can have changed differently. */
export const COMPARED = [
  "statement",
  "claimant",
  "claimedOn",
  "kind",
  "tags",
  "ratingKey",
  "rationaleDoc",
  "evidence",
] as const satisfies readonly (keyof ClaimFields)[];

/** A claim as it is typed: everything that the form holds, so that a reload brings back all of it. */
export interface ClaimDraft extends ClaimFields {
  /** Null for a claim that does not exist yet. */
  claimId: string | null;
  /** Claim.revision that the edit is made on; 0 for a new claim. */
  revision: number;
  /** Made once a form, so that saving twice makes one claim. */
  idempotencyKey: string;
  versionId: string;
  /** UTF-16 units of the version's text. */
  start: number;
  end: number;
  exact: string;
  /** What the form began with, to tell later who changed what. Null for a new claim; drafts of before there was this have none. */
  base?: ClaimFields | null;
}

const emptyDoc: DocumentNode = { type: "doc", content: [{ type: "paragraph" }] };

/** The form of a claim that is about to be marked. */
export function newDraft(
  versionId: string,
  range: { start: number; end: number; exact: string },
): ClaimDraft {
  return {
    claimId: null,
    revision: 0,
    idempotencyKey: crypto.randomUUID(),
    versionId,
    ...range,
    statement: range.exact.replace(/\s+/g, " "),
    claimant: "",
    claimedOn: "",
    kind: /\d/.test(range.exact) ? "number" : /[“"«„]/.test(range.exact) ? "quote" : "event",
    tags: "",
    ratingKey: null,
    rationaleDoc: emptyDoc,
    evidence: [],
  };
}

/** The form of a claim that there is. */
export function draftOf(claim: Claim): ClaimDraft {
  const fields = fieldsOf(claim);
  return {
    claimId: claim.id,
    revision: claim.revision,
    idempotencyKey: crypto.randomUUID(),
    versionId: claim.anchor.versionId,
    start: claim.anchor.start,
    end: claim.anchor.end,
    exact: claim.anchor.exact,
    ...fields,
    base: fields,
  };
}

function fieldsOf(claim: Claim): ClaimFields {
  return {
    statement: claim.statement,
    claimant: claim.claimant ?? "",
    claimedOn: claim.claimedOn ?? "",
    kind: claim.kind,
    tags: claim.tags.join(", "),
    ratingKey: claim.verdict?.ratingKey ?? null,
    rationaleDoc: claim.verdict?.rationaleDoc ?? emptyDoc,
    evidence: claim.evidence.map(({ id, source, ...each }) => ({
      key: id,
      stance: each.stance,
      excerpt: each.excerpt ?? "",
      note: each.note ?? "",
      accessedOn: each.accessedOn ?? "",
      archiveUrl: each.archiveUrl ?? "",
      sourceId: source.id,
      url: source.url ?? "",
      title: source.title,
      publisher: source.publisher ?? "",
      publishedOn: source.publishedOn ?? "",
      kind: source.kind,
      primary: source.primary,
      confidential: source.confidential,
      publicDescription: source.publicDescription ?? "",
    })),
  };
}

/** A row for a source that nobody has named yet. */
export function newEvidence(): EvidenceDraft {
  return {
    key: crypto.randomUUID(),
    stance: "supports",
    excerpt: "",
    note: "",
    accessedOn: "",
    archiveUrl: "",
    sourceId: null,
    url: "",
    title: "",
    publisher: "",
    publishedOn: "",
    kind: "web_page",
    primary: false,
    confidential: false,
    publicDescription: "",
  };
}

/** What the server is sent of a form. */
export function contentOf(draft: ClaimDraft): ClaimContentInput {
  return {
    statement: draft.statement,
    claimant: draft.claimant,
    claimedOn: draft.claimedOn,
    kind: draft.kind,
    tags: draft.tags
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    verdict:
      draft.ratingKey === null ? null : { ratingKey: draft.ratingKey, rationaleDoc: draft.rationaleDoc },
    evidence: draft.evidence.map(
      ({ key: _, sourceId, stance, excerpt, note, accessedOn, archiveUrl, ...source }): EvidenceInput => ({
        stance,
        excerpt,
        note,
        accessedOn,
        archiveUrl,
        source: sourceId ? { id: sourceId } : source,
      }),
    ),
  };
}
