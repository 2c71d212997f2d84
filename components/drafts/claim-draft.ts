import type { Claim, ClaimKind } from "@/lib/claims/claim";
import type { ClaimContentInput, EvidenceInput } from "@/lib/claims/claim-input";
import { isAlike, type Side } from "@/lib/claims/merge-three-ways";
import type { DocumentNode } from "@/lib/document/document";
import type { CslData } from "@/lib/sources/csl-data";
import type { Source, SourceKind, Stance } from "@/lib/sources/source";
import { outletOf, type SourceDetails } from "@/lib/sources/source-details";
import {
  type ClaimedByFields,
  claimedByFields,
  claimedByInputOf,
  NO_CLAIMANT,
  withClaimantFields,
} from "./claimant-draft";
import { type OutcomeDraft, outcomeFields } from "./outcome-draft";

/** A row of evidence as text to edit. */
export interface EvidenceDraft {
  /** Identifies the row while rows are moved. */
  key: string;
  /** Empty until the editor chooses one. */
  stance: Stance | "";
  excerpt: string;
  note: string;
  accessedOn: string;
  archiveUrl: string;
  /** The id of a known source that was chosen: its fields are then shown, not edited. */
  sourceId: string | null;
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  kind: SourceKind;
  primary: boolean;
  confidential: boolean;
  /** Missing in drafts that were stored before this field existed. */
  publicDescription?: string;
  /** Details from a pasted citation or from the page, which have no field in the form. */
  authors?: string[];
  doi?: string | null;
  language?: string | null;
  details?: SourceDetails;
  /** The pasted CSL-JSON item, with its other fields. */
  csl?: CslData | null;
}

/** The content of a claim as text to edit. */
export interface ClaimFields extends ClaimedByFields {
  statement: string;
  claimedOn: string;
  kind: ClaimKind;
  /** Separated by commas. */
  tags: string;
  ratingKey: string | null;
  rationaleDoc: DocumentNode;
  /** Of a claim in a manuscript. Missing in drafts stored before there were manuscripts. */
  outcome?: OutcomeDraft | null;
  evidence: EvidenceDraft[];
}

/** The fields in which the edits of two people can conflict. */
export const COMPARED_FIELDS = [
  "statement",
  "claimant",
  "claimantRole",
  "carriedBy",
  "claimedOn",
  "kind",
  "tags",
  "ratingKey",
  "rationaleDoc",
  "outcome",
  "evidence",
] as const satisfies readonly (keyof ClaimFields)[];

/** Everything that the form of a claim contains, so that a reload restores all of it. */
export interface ClaimDraft extends ClaimFields {
  /** Null for a claim that does not exist yet. */
  claimId: string | null;
  /** The Claim.revision that the edit is based on; 0 for a new claim. */
  revision: number;
  /** One per form, so that saving twice creates one claim. */
  idempotencyKey: string;
  versionId: string;
  /** UTF-16 offset into ArticleVersion.text. */
  start: number;
  end: number;
  exact: string;
  /** The state that the form started from, to find out later who changed what. Null for a new claim; missing in drafts stored before this existed. */
  base?: ClaimFields | null;
  /** Rows that were removed or replaced, the oldest first. Missing in drafts stored before this existed. */
  discardedRows?: DiscardedRow[];
  /** What a new form opened with beside its passage. Missing in drafts stored before this existed. */
  prefilled?: Prefilled;
  /** The assignee that was chosen, and the one that the form showed then. Missing as long as nothing is chosen. */
  assignee?: { id: string | null; seenId: string | null };
  /** What is typed in the source field and not added yet. */
  sourceQuery?: string;
  /** Whose version of each conflicting part is chosen, by `ComparedPart.key`, in a comparison with that revision of the claim. */
  choices?: { revision: number; sides: Record<string, Side> };
}

/** Fields of a new form that are filled in before anything is typed. */
export type Prefilled = Partial<ClaimFields>;

/** A row of evidence as it was before it was removed, or before what was typed in it was replaced. */
export interface DiscardedRow {
  row: EvidenceDraft;
  /** Its position among the rows. */
  index: number;
  /** What replaced its fields; null if it was removed. */
  by: Partial<EvidenceDraft> | null;
}

const emptyDoc: DocumentNode = { type: "doc", content: [{ type: "paragraph" }] };

/** The form for a new claim. @param prefilled its statement and what is remembered of the claim before */
export function newDraft(
  versionId: string,
  { start, end, exact }: { start: number; end: number; exact: string },
  prefilled: Prefilled = {},
): ClaimDraft {
  return {
    claimId: null,
    revision: 0,
    idempotencyKey: crypto.randomUUID(),
    versionId,
    start,
    end,
    exact,
    statement: exact.replace(/\s+/g, " "),
    claimant: NO_CLAIMANT,
    claimantRole: "",
    carriedBy: "",
    claimedOn: "",
    kind: guessKind(exact),
    tags: "",
    ratingKey: null,
    rationaleDoc: emptyDoc,
    outcome: null,
    evidence: [],
    ...prefilled,
    prefilled,
  };
}

/** The kind that a passage probably has. */
export function guessKind(exact: string): ClaimKind {
  return /\d/.test(exact) ? "number" : /[“"«„]/.test(exact) ? "quote" : "event";
}

/** The form for an existing claim. */
export function claimDraftOf(claim: Claim): ClaimDraft {
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

/** A stored form, also one that an earlier release stored. */
export function currentDraft(stored: ClaimDraft): ClaimDraft {
  const draft = withOutcome(withClaimantFields(stored));
  return draft.base ? { ...draft, base: withOutcome(withClaimantFields(draft.base)) } : draft;
}

const withOutcome = <Fields extends ClaimFields>(fields: Fields): Fields => ({
  ...fields,
  outcome: fields.outcome ?? null,
});

/** Names an open form of a claim, for `Discards`. */
export function claimFormKey({ idempotencyKey }: ClaimDraft): string {
  return `claim-form:${idempotencyKey}`;
}

/** What a form opened with; null for a claim's form that was stored before this was recorded. */
export function openedFields(draft: ClaimDraft): ClaimFields | null {
  if (draft.claimId === null) return newDraft(draft.versionId, draft, draft.prefilled ?? {});
  return draft.base ?? null;
}

/** Whether a form contains only what it opened with, so that nothing would be lost with it. */
export function isUnchanged(draft: ClaimDraft): boolean {
  const base = openedFields(draft);
  return (
    !!base &&
    (draft.sourceQuery ?? "") === "" &&
    draft.assignee === undefined &&
    COMPARED_FIELDS.every((field) => isAlike(draft[field], base[field]))
  );
}

/** Whether two drafts are the same form with the same content. */
export function isSameForm(a: ClaimDraft, b: ClaimDraft): boolean {
  return (
    a.idempotencyKey === b.idempotencyKey &&
    isAlike(a.assignee ?? null, b.assignee ?? null) &&
    COMPARED_FIELDS.every((field) => isAlike(a[field], b[field]))
  );
}

/** Whether a claim has the content of a form already. */
export function isSaved(draft: ClaimDraft, claim: Claim): boolean {
  const saved = fieldsOf(claim);
  return COMPARED_FIELDS.every((field) => isAlike(draft[field], saved[field]));
}

function fieldsOf(claim: Claim): ClaimFields {
  return {
    statement: claim.statement,
    ...claimedByFields(claim),
    claimedOn: claim.claimedOn ?? "",
    kind: claim.kind,
    tags: claim.tags.join(", "),
    outcome: outcomeFields(claim.outcome),
    ratingKey: claim.verdict?.ratingKey ?? null,
    rationaleDoc: claim.verdict?.rationaleDoc ?? emptyDoc,
    evidence: claim.evidence.map(({ id, source, ...each }) => ({
      key: id,
      stance: each.stance,
      excerpt: each.excerpt ?? "",
      note: each.note ?? "",
      accessedOn: each.accessedOn ?? "",
      archiveUrl: each.archiveUrl ?? "",
      ...knownSourceFields(source),
    })),
  };
}

/** The fields of a row of evidence that come from a known source. */
export function knownSourceFields(source: Source) {
  return {
    sourceId: source.id,
    url: source.url ?? "",
    title: source.title,
    publisher: outletOf(source) ?? "",
    publishedOn: source.publishedOn ?? "",
    kind: source.kind,
    primary: source.primary,
    confidential: source.confidential,
    publicDescription: source.publicDescription ?? "",
  } satisfies Partial<EvidenceDraft>;
}

/** An empty row of evidence. */
export function newEvidence(): EvidenceDraft {
  return {
    key: crypto.randomUUID(),
    stance: "",
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

/** Whether a form has a rationale, which is part of a verdict. */
export function hasRationale({ rationaleDoc }: Pick<ClaimDraft, "rationaleDoc">): boolean {
  return !isAlike(rationaleDoc, emptyDoc);
}

/** The length of a rationale in UTF-16 units, as its field shows it: without the breaks between paragraphs. */
export function rationaleLength({ rationaleDoc }: Pick<ClaimDraft, "rationaleDoc">): number {
  const lengthOf = ({ text, content }: DocumentNode): number =>
    (content ?? []).reduce((sum, child) => sum + lengthOf(child), text?.length ?? 0);
  return lengthOf(rationaleDoc);
}

/** The content of a form as it is sent to the server. */
export function contentOf(draft: ClaimDraft): ClaimContentInput {
  return {
    statement: draft.statement,
    claimant: claimedByInputOf(draft),
    carriedBy: draft.carriedBy,
    claimedOn: draft.claimedOn,
    kind: draft.kind,
    tags: draft.tags
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    verdict:
      draft.ratingKey === null ? null : { ratingKey: draft.ratingKey, rationaleDoc: draft.rationaleDoc },
    outcome: draft.outcome ?? null,
    evidence: draft.evidence.map(
      ({ key: _, sourceId, stance, excerpt, note, accessedOn, archiveUrl, ...source }): EvidenceInput => ({
        // A missing stance is refused on the server, with a message at its field.
        stance: stance as Stance,
        excerpt,
        note,
        accessedOn,
        archiveUrl,
        // A source can be saved before its page is looked up: its address is its title then.
        source: sourceId ? { id: sourceId } : { ...source, title: source.title.trim() || source.url },
      }),
    ),
  };
}
