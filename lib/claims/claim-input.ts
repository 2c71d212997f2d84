import { z } from "zod";
import { CLAIMANT_LIMITS, claimedByInput } from "@/lib/claimants/claimant-input";
import { splitClaimantText } from "@/lib/claimants/split-claimant-text";
import { canonicalText } from "@/lib/document/canonical-text";
import { MAX_PARTS, parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { rationaleSchema } from "@/lib/document/schema";
import { count, isoDay, operationId, optional, required, withoutOverrides } from "@/lib/input-fields";
import { EXCERPT_LIMIT } from "@/lib/sources/pick-excerpt";
import { STANCES } from "@/lib/sources/source";
import { SOURCE_LIMITS, sourceFields, webAddress } from "@/lib/sources/source-input";
import { CLAIM_KINDS } from "./claim";
import { outcomeInput } from "./outcome-input";

/** Limits in UTF-16 units; of `tags` and `evidence`, in rows. */
export const LIMITS = {
  statement: 2000,
  claimant: CLAIMANT_LIMITS.name,
  rationale: 20_000,
  excerpt: EXCERPT_LIMIT,
  note: 5000,
  title: SOURCE_LIMITS.title,
  url: SOURCE_LIMITS.url,
  tag: 50,
  tags: 20,
  evidence: 50,
} as const;

const rationaleDoc = z.unknown().transform((json, context) => {
  const parsed = parseDocument(json, rationaleSchema, { maxParts: MAX_PARTS.rationale });
  if (!parsed.ok) {
    context.addIssue({ code: "custom", message: `The rationale: ${parsed.error.message}` });
    return z.NEVER;
  }
  const rationale = canonicalText(parsed.value).text.trim();
  if (rationale.length > LIMITS.rationale) {
    context.addIssue({
      code: "custom",
      message: `The rationale is ${count(rationale.length)} characters long; the limit is ${count(LIMITS.rationale)}. Shorten it, or move details into the notes of its sources.`,
    });
    return z.NEVER;
  }
  return { doc: plainJson<unknown>(parsed.value), text: rationale };
});

const sourceInput = z.union([
  z.object({ id: z.uuid("Unknown source. Choose it again, or enter it.") }),
  sourceFields
    .pick({
      url: true,
      title: true,
      publisher: true,
      publishedOn: true,
      primary: true,
      confidential: true,
      publicDescription: true,
      doi: true,
      authors: true,
      language: true,
      details: true,
      csl: true,
    })
    .extend({ kind: sourceFields.shape.kind.default("web_page") }),
]);

export const evidenceInput = z.object({
  stance: z.enum(STANCES, "Choose whether the source supports, refutes or gives context."),
  excerpt: optional("The excerpt", LIMITS.excerpt),
  note: optional("The note", LIMITS.note),
  accessedOn: isoDay,
  archiveUrl: webAddress,
  source: sourceInput,
});

const contentFields = z.object({
  statement: required("The statement", LIMITS.statement, "Enter in one sentence what is claimed."),
  claimant: claimedByInput.nullish().transform((value) => value ?? null),
  carriedBy: optional("Who carried it", LIMITS.claimant),
  claimedOn: isoDay,
  kind: z.enum(CLAIM_KINDS, "Choose a kind of claim."),
  tags: z
    .array(required("A tag", LIMITS.tag, "A tag is empty. Remove it."))
    .max(LIMITS.tags, `A claim can have at most ${LIMITS.tags} tags. Remove some.`)
    .default([])
    .transform((tags) => [...new Set(tags)]),
  verdict: z
    .object({ ratingKey: z.string("Choose a rating."), rationaleDoc })
    .nullish()
    .transform((value) => value ?? null),
  /** Of a claim in a manuscript. Without it, the outcome stays as it is. */
  outcome: outcomeInput.nullable().optional(),
  evidence: z
    .array(evidenceInput)
    .max(LIMITS.evidence, `A claim can have at most ${LIMITS.evidence} sources. Remove some.`)
    .default([]),
});

/**
 * Splits a claimant that is one text, as earlier releases stored it and as programs can send it: see `splitClaimantText`. If the
 * input also has `carriedBy`, that wins.
 */
function splitText(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("claimant" in input)) return input;
  const { claimant, ...content } = input as { claimant: unknown; carriedBy?: unknown; tags?: unknown };
  if (typeof claimant !== "string") return input;
  if (claimant.length > LIMITS.claimant) return { ...content, claimant: { name: claimant } };
  const tags = Array.isArray(content.tags) ? content.tags : [];
  const split = splitClaimantText(withoutOverrides(claimant), tags, LIMITS);
  return {
    ...content,
    claimant: split.claimant,
    carriedBy: content.carriedBy ?? split.carriedBy,
    tags: content.tags === undefined || Array.isArray(content.tags) ? split.tags : content.tags,
  };
}

export const claimContentInput = z.preprocess(splitText, contentFields);

/** Who will work on the claim, chosen in its form. Missing where nothing was chosen. */
const assignee = z
  .object({
    /** Null for no one. */
    id: z.uuid("Choose a person.").nullable(),
    /** The assignee that the form showed, so that no one takes a claim from another person unknowingly. */
    seenId: z.string().nullable(),
  })
  .optional();

const newClaimFields = contentFields.extend({
  assignee,
  articleId: z.string(),
  versionId: z.string(),
  /** Chosen by the caller; a repeated call with the same key creates nothing. */
  idempotencyKey: z.string().min(8).max(200),
  anchor: z.union([
    z.object({ start: z.int(), end: z.int() }),
    z.object({ exact: z.string(), prefix: z.string().optional(), suffix: z.string().optional() }),
  ]),
});

export const createClaimInput = z.preprocess(splitText, newClaimFields);

const changedClaimFields = contentFields.extend({
  assignee,
  claimId: z.string(),
  /** The Claim.revision that the edit is based on. */
  revision: z.int(),
  operationId,
});

export const updateClaimInput = z.preprocess(splitText, changedClaimFields);

/** Fields as callers send them: a claimant can be one text. */
type WithClaimantText<Fields extends { claimant?: unknown }> = Omit<Fields, "claimant"> & {
  claimant?: Fields["claimant"] | string;
};

export type ClaimContent = z.output<typeof contentFields>;
export type ClaimContentInput = WithClaimantText<z.input<typeof contentFields>>;
export type EvidenceInput = z.input<typeof evidenceInput>;
export type CreateClaimInput = WithClaimantText<z.input<typeof newClaimFields>>;
export type UpdateClaimInput = WithClaimantText<z.input<typeof changedClaimFields>>;
