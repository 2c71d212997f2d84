import { z } from "zod";
import { canonicalText } from "@/lib/document/canonical-text";
import { parseDocument } from "@/lib/document/parse-document";
import { plainJson } from "@/lib/document/plain-json";
import { rationaleSchema } from "@/lib/document/schema";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import { CLAIM_KINDS } from "./claim";

/** Limits in UTF-16 units, or in rows. */
export const LIMITS = {
  statement: 2000,
  claimant: 300,
  rationale: 20_000,
  excerpt: 5000,
  note: 5000,
  title: 500,
  url: 2048,
  tag: 50,
  tags: 20,
  evidence: 50,
} as const;

const count = (value: number) => value.toLocaleString("en");

/** Text of at most `max` units; the message says both numbers. */
function text(name: string, max: number) {
  return z
    .string({ error: `${name} is not text.` })
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      if (value.length > max)
        context.addIssue({
          code: "custom",
          message: `${name} has ${count(value.length)} characters; ${count(max)} fit. Shorten it.`,
        });
    });
}

const required = (name: string, max: number, missing: string) =>
  text(name, max).superRefine((value, context) => {
    if (value === "") context.addIssue({ code: "custom", message: missing });
  });

/** Absent, null and blank all mean: not given. */
const optional = (name: string, max: number) =>
  text(name, max)
    .nullish()
    .transform((value) => value || null);

/** A day that exists, "2024-05-17". */
export const isoDay = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || isDay(value),
    "This is not a date. Give year, month and day: 2024-05-17.",
  );

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A day, a month or a year, as exact as it is known. */
const looseDate = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || (/^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10))),
    "This is not a date. Give 2024, 2024-05 or 2024-05-17.",
  );

/** An http or https address; absent, null and blank all mean: none. */
export const webAddress = optional("The address", LIMITS.url).superRefine((value, context) => {
  if (value === null) return;
  const key = normaliseUrl(value);
  if (!key.ok) context.addIssue({ code: "custom", message: key.error.message });
});

const rationaleDoc = z.unknown().transform((json, context) => {
  const parsed = parseDocument(json, rationaleSchema);
  if (!parsed.ok) {
    context.addIssue({ code: "custom", message: `The rationale: ${parsed.error.message}` });
    return z.NEVER;
  }
  const rationale = canonicalText(parsed.value).text.trim();
  if (rationale.length > LIMITS.rationale) {
    context.addIssue({
      code: "custom",
      message: `The rationale has ${count(rationale.length)} characters; ${count(LIMITS.rationale)} fit. Shorten it, or move detail into the notes of its sources.`,
    });
    return z.NEVER;
  }
  return { doc: plainJson<unknown>(parsed.value), text: rationale };
});

const sourceInput = z.union([
  z.object({ id: z.uuid("This source is not known. Choose it again, or type it in.") }),
  z.object({
    url: webAddress,
    title: required("The title", LIMITS.title, "Give the source a title."),
    publisher: optional("The publisher", LIMITS.claimant),
    publishedOn: looseDate,
    kind: z.enum(SOURCE_KINDS, "Choose a kind of source.").default("web_page"),
    primary: z.boolean().default(false),
    confidential: z.boolean().default(false),
  }),
]);

export const evidenceInput = z.object({
  stance: z.enum(STANCES, "Say whether the source supports, refutes or gives context."),
  excerpt: optional("The excerpt", LIMITS.excerpt),
  note: optional("The note", LIMITS.note),
  accessedOn: isoDay,
  archiveUrl: webAddress,
  source: sourceInput,
});

export const claimContentInput = z.object({
  statement: required("The statement", LIMITS.statement, "Say in one sentence what is claimed."),
  claimant: optional("The claimant", LIMITS.claimant),
  claimedOn: isoDay,
  kind: z.enum(CLAIM_KINDS, "Choose a kind of claim."),
  tags: z
    .array(required("A tag", LIMITS.tag, "A tag is empty. Remove it."))
    .max(LIMITS.tags, `At most ${LIMITS.tags} tags fit. Remove some.`)
    .default([])
    .transform((tags) => [...new Set(tags)]),
  verdict: z
    .object({ ratingKey: z.string("Choose a rating."), rationaleDoc })
    .nullish()
    .transform((value) => value ?? null),
  evidence: z
    .array(evidenceInput)
    .max(LIMITS.evidence, `At most ${LIMITS.evidence} sources fit. Remove some.`)
    .default([]),
});

export const createClaimInput = claimContentInput.extend({
  articleId: z.string(),
  versionId: z.string(),
  /** Made by the caller; a call that is repeated with it makes nothing new. */
  idempotencyKey: z.string().min(8).max(200),
  anchor: z.union([
    z.object({ start: z.int(), end: z.int() }),
    z.object({ exact: z.string(), prefix: z.string().optional(), suffix: z.string().optional() }),
  ]),
});

export const updateClaimInput = claimContentInput.extend({
  claimId: z.string(),
  /** Claim.revision that the edit was made on. */
  revision: z.int(),
});

export type ClaimContent = z.output<typeof claimContentInput>;
export type ClaimContentInput = z.input<typeof claimContentInput>;
export type EvidenceInput = z.input<typeof evidenceInput>;
export type CreateClaimInput = z.input<typeof createClaimInput>;
export type UpdateClaimInput = z.input<typeof updateClaimInput>;
