import { z } from "zod";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { ANCHOR_OUTCOMES, CLAIM_KINDS, CLAIM_STATES } from "@/lib/claims/claim";
import { AUTHOR_DECISIONS, OUTCOME_KINDS } from "@/lib/claims/outcome";
import { REVIEW_ACTIONS } from "@/lib/review/transition";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import { dateInput, dayInput, id, instant, person, textInput } from "./common";
import { citedSourceSchema, detailsInput } from "./source";

const claimantSchema = z
  .object({
    id,
    kind: z.enum(CLAIMANT_KINDS),
    name: z.string(),
    role: z.string().nullable().meta({ description: "At the time of the claim." }),
    sameAs: z.array(z.string()).meta({ description: "Addresses of pages about them." }),
  })
  .meta({ id: "Claimant" });

export const claimSchema = z
  .object({
    id,
    articleId: id,
    number: z.int().meta({ description: "Stable within its article." }),
    statement: z.string(),
    claimant: claimantSchema.nullable(),
    carriedBy: z.string().nullable().meta({ description: "Who carried the claim, if not the claimant." }),
    claimedAt: z.string().nullable().meta({ description: "A day." }),
    kind: z.enum(CLAIM_KINDS),
    tags: z.array(z.string()),
    state: z.enum(CLAIM_STATES),
    excluded: z.boolean().meta({ description: "Excluded from the publication on purpose." }),
    excludedReason: z.string().nullable(),
    revision: z.int(),
    anchor: z.object({
      versionId: id,
      start: z.int().meta({ description: "UTF-16 offset into the version's text." }),
      end: z.int().meta({ description: "Exclusive." }),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      outcome: z.enum(ANCHOR_OUTCOMES),
      score: z.number().nullable(),
    }),
    verdict: z
      .object({
        rating: z.string(),
        rationale: z.string(),
        givenBy: person,
        givenAt: instant,
      })
      .nullable(),
    outcome: z
      .object({
        kind: z.enum(OUTCOME_KINDS),
        wording: z.string().nullable().meta({ description: "With change: the suggested wording." }),
        question: z.string().nullable().meta({ description: "With query: the question to the author." }),
        note: z.string().nullable(),
        decided: z
          .object({ decision: z.enum(["accepted", "declined"]), by: person })
          .nullable()
          .meta({ description: "With stands: what became of a suggested wording." }),
        givenBy: person,
        givenAt: instant,
        answers: z
          .array(
            z.object({
              decision: z.enum(AUTHOR_DECISIONS),
              text: z.string(),
              by: z.string().meta({ description: "Name of the author." }),
              at: instant,
            }),
          )
          .meta({ description: "What the author answered, oldest first." }),
      })
      .nullable()
      .meta({ description: "In a manuscript, instead of a verdict." }),
    evidence: z.array(
      z.object({
        id,
        stance: z.enum(STANCES),
        excerpt: z.string().nullable(),
        note: z.string().nullable(),
        accessedAt: z.string().nullable(),
        archiveUrl: z.string().nullable(),
        source: citedSourceSchema,
      }),
    ),
    assignee: person.nullable().meta({ description: "The person who works on it." }),
    createdBy: person,
    lastEditedBy: person,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Claim" });

/** A rating by its key, or by its name. */
export const ratingInput = z
  .string()
  .transform((value) => value.trim().toLowerCase().replace(/\s+/g, "-"))
  .meta({ description: "A rating of the article's scale.", examples: ["false", "needs-context"] });

const verdictInput = z
  .object({
    rating: ratingInput,
    rationale: z.string().meta({ description: "Paragraphs separated by line feeds." }),
  })
  .nullish();

const outcomeInput = z
  .object({
    kind: z.enum(OUTCOME_KINDS),
    wording: textInput.meta({ description: "Needed with change: the suggested wording of the passage." }),
    question: textInput.meta({ description: "Needed with query: the question to the author." }),
    note: textInput.meta({ description: "Why; needed when a suggested wording is declined." }),
  })
  .nullish()
  .meta({ id: "GivenOutcome", description: "Of a claim in a manuscript." });

export const evidenceInput = z
  .object({
    stance: z.enum(STANCES),
    excerpt: textInput,
    note: textInput,
    accessedAt: dayInput,
    archiveUrl: textInput,
    source: z.union([
      z.object({ id: z.uuid().meta({ description: "A source of the library." }) }),
      z.object({
        url: textInput,
        title: z.string(),
        doi: textInput,
        authors: z.array(z.string()).optional(),
        publisher: textInput,
        publishedAt: dateInput,
        language: textInput,
        details: detailsInput,
        kind: z.enum(SOURCE_KINDS).optional(),
        primary: z.boolean().optional(),
        confidential: z.boolean().optional(),
        publicDescription: textInput,
      }),
    ]),
  })
  .meta({ id: "GivenEvidence" });

const claimantInput = z
  .union([
    z.string().meta({
      description: "A name, which can have more: “Ann Lee, then mayor, as reported by Reuters (altered)”.",
    }),
    z.object({
      id: z.uuid().nullish().meta({ description: "A known claimant. Then only the role is used as well." }),
      name: textInput.meta({
        description: "If one claimant is known by this name, that one; if none is, a new one.",
      }),
      kind: z.enum(CLAIMANT_KINDS).nullish().meta({
        description: "Of a new claimant; of several with this name, it chooses the one of that kind.",
      }),
      role: textInput.meta({ description: "At the time of the claim." }),
      sameAs: z.array(z.string()).nullish().meta({ description: "Of a new claimant." }),
      isNew: z.boolean().optional().meta({
        description: "Whether it is another one than those that are known by this name.",
      }),
    }),
  ])
  .nullish()
  .meta({ id: "GivenClaimant" });

const content = {
  statement: z.string().optional(),
  claimant: claimantInput,
  carriedBy: textInput,
  claimedAt: dayInput,
  kind: z.enum(CLAIM_KINDS).optional(),
  tags: z.array(z.string()).optional(),
  verdict: verdictInput,
  outcome: outcomeInput,
  evidence: z.array(evidenceInput).optional(),
};

export const createClaimSchema = z
  .object({
    anchor: z
      .union([
        z.object({
          exact: z.string().min(1, "Enter the text of the claim."),
          prefix: z.string().optional(),
          suffix: z.string().optional(),
        }),
        z.object({ start: z.int().min(0), end: z.int().min(0) }),
      ])
      .meta({ description: "The text, with context if it appears more than once; or UTF-16 offsets." }),
    versionId: id.optional().meta({ description: "The version of the anchor; the current one by default." }),
    ...content,
  })
  .meta({
    id: "CreateClaim",
    description: "By default, the statement is the marked text and the kind is other.",
  });

export const updateClaimSchema = z
  .object(content)
  .meta({ id: "UpdateClaim", description: "Missing fields stay unchanged; null removes a value." });

export const transitionSchema = z
  .object({ action: z.enum(REVIEW_ACTIONS), note: textInput })
  .meta({ id: "Transition" });
