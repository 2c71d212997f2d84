import { z } from "zod";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { CLAIM_KINDS } from "@/lib/claims/claim";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES } from "@/lib/ratings/rating";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import {
  CORRECTION_FIELDS,
  CORRECTION_KINDS,
  METHOD_KEYS,
  type Report,
  type ReportBlock,
  type ReportRun,
} from "../../report";

const text = z.string();
const nullableText = text.nullable();
const instant = text.describe("ISO 8601 instant");
const day = text.describe("ISO 8601 day").nullable();
const address = text.describe("http or https").nullable();
const whole = z.int();
const count = z.int().min(0);
const language = text.describe("BCP 47");
const direction = z.enum(["ltr", "rtl"]);
const yes = z.literal(true).optional();

const run: z.ZodType<ReportRun> = z.object({
  text,
  strong: yes,
  emphasis: yes,
  underline: yes,
  strike: yes,
  superscript: yes,
  subscript: yes,
  code: yes,
  href: text.describe("http, https or mailto").optional(),
  claims: z.array(whole).describe("Numbers of the claims that cover it, the shortest first"),
  starts: z.array(whole).describe("Numbers of the claims whose first run this is"),
  ends: z.array(whole).describe("Numbers of the claims whose last run this is"),
});

const runs = z.array(run);
const ownLanguage = { dir: direction.optional(), lang: language.optional() };
const blocks = z.lazy(() => z.array(block));

const block: z.ZodType<ReportBlock> = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("heading"), level: z.literal([1, 2, 3, 4, 5, 6]), runs, ...ownLanguage }),
    z.object({ type: z.literal("paragraph"), runs, ...ownLanguage }),
    z.object({ type: z.literal("code"), runs }),
    z.object({ type: z.literal("quote"), blocks }),
    z.object({ type: z.literal("list"), ordered: z.boolean(), start: whole, items: z.array(blocks) }),
    z.object({
      type: z.literal("table"),
      rows: z.array(
        z.array(z.object({ header: z.boolean(), columns: whole.min(1), rows: whole.min(1), blocks })),
      ),
    }),
    z.object({
      type: z.literal("figure"),
      pictures: z.array(z.object({ src: text, alt: text })),
      caption: runs,
      ...ownLanguage,
    }),
    z.object({ type: z.literal("rule") }),
  ])
  .meta({ id: "Block" });

const claimant = z.object({
  id: nullableText,
  kind: z.enum(CLAIMANT_KINDS),
  name: text,
  role: nullableText,
  sameAs: z.array(text),
  asWritten: text.optional(),
});

const evidence = z.object({
  id: nullableText,
  source: whole.describe("Number of the source"),
  stance: z.enum(STANCES),
  excerpt: nullableText,
  note: nullableText,
  accessedOn: day,
  archiveUrl: address,
});

const claim = z
  .object({
    number: whole.describe("Names the claim in addresses, for ever"),
    position: whole.describe("1, 2, 3 … in reading order"),
    id: text,
    quote: text,
    start: count.describe(
      "UTF-16 offset into the text of the article, whose blocks are separated by one line feed",
    ),
    end: count,
    prefix: text,
    suffix: text,
    lane: count,
    statement: text,
    claimant: claimant.nullable(),
    carriedBy: nullableText,
    claimedOn: day,
    kind: z.enum(CLAIM_KINDS),
    tags: z.array(text),
    ratingKey: text.describe("Key of a rating of the scale"),
    rationale: z.array(block),
    rationaleText: text,
    verdictBy: text,
    verdictAt: instant,
    approvedBy: z.array(text),
    firstPublishedAt: instant,
    evidence: z.array(evidence),
  })
  .meta({ id: "Claim" });

const source = z
  .object({
    number: whole,
    id: nullableText,
    title: nullableText,
    publisher: nullableText,
    publishedOn: text.describe("ISO 8601 day, month or year").nullable(),
    url: address,
    kind: z.enum(SOURCE_KINDS),
    primary: z.boolean(),
    confidential: z.boolean(),
    redacted: yes,
    archiveUrl: address,
    keptAt: instant.nullable(),
    authors: z.array(text),
    citation: z
      .object({
        doi: nullableText.optional(),
        volume: text.optional(),
        issue: text.optional(),
        pages: text.optional(),
        editors: z.array(text).optional(),
        translators: z.array(text).optional(),
        edition: text.optional(),
        number: text.optional(),
        publishingHouse: text.optional(),
        publisherPlace: text.optional(),
        eventTitle: text.optional(),
        isbn: text.optional(),
        issn: text.optional(),
      })
      .optional(),
    gone: z.boolean(),
  })
  .meta({ id: "Source" });

const organisation = z
  .object({
    name: text,
    legalName: nullableText,
    url: nullableText,
    logo: z.object({ hash: text, width: whole, height: whole }).nullable(),
    address: nullableText,
    email: nullableText,
    contactUrl: nullableText,
    languages: z.array(language),
    funding: nullableText,
    policies: z.object({ ethicsUrl: nullableText, correctionsUrl: nullableText, methodUrl: nullableText }),
    licence: nullableText,
    sameAs: z.array(text),
  })
  .meta({ id: "Organisation" });

const correctionValue = z.union([
  text,
  z.null(),
  z.array(z.object({ stance: z.enum(STANCES), unnamed: z.boolean(), text })),
]);

/**
 * The form of a Report, version 2, as anyone can check it. Its JSON Schema is published: other programs rely on it, so a change that breaks
 * them raises `schemaVersion`.
 */
export const reportSchema = z.object({
  schemaVersion: z.literal(2),
  status: z.literal("draft").describe("Not published").optional(),
  unfinished: z
    .object({
      unapproved: z.array(whole).describe("Numbers of claims that are not approved yet"),
      missing: z
        .array(whole)
        .describe("Numbers of claims that are not in it: no verdict, or not located in the text"),
    })
    .optional(),
  selection: z
    .object({ of: count.describe("How many claims the complete report has") })
    .describe("Set if it has only some claims of the article")
    .optional(),
  publication: z.object({
    id: text,
    number: whole,
    publishedAt: instant,
    publishedBy: text,
    firstPublishedAt: instant,
  }),
  article: z.object({
    slug: text,
    title: text,
    byline: nullableText,
    publisher: nullableText,
    publishedOn: day,
    sourceUrl: address,
    language,
    direction,
    versionNumber: whole,
    textHash: text,
    blocks: z.array(block),
  }),
  organisation: organisation.nullable(),
  finding: nullableText,
  scale: z.object({
    name: text,
    ratings: z.array(
      z.object({
        key: text,
        label: text,
        definition: text,
        value: z.number().nullable(),
        colour: z.enum(RATING_COLOURS),
        underline: z.enum(RATING_UNDERLINES),
        icon: z.enum(RATING_ICONS),
      }),
    ),
  }),
  summary: z.object({ total: count, counts: z.array(z.object({ ratingKey: text, count })) }),
  claims: z.array(claim),
  sources: z.array(source),
  method: z.union([z.object({ key: z.enum(METHOD_KEYS) }), z.object({ paragraphs: z.array(text) })]),
  signers: z.array(
    z.object({
      person: whole,
      name: text,
      role: z.enum(["checked", "approved", "published"]),
      claims: z.array(whole),
      at: instant,
    }),
  ),
  corrections: z.array(
    z.object({
      claim: whole.nullable(),
      kind: z.enum(CORRECTION_KINDS),
      field: z.enum(CORRECTION_FIELDS),
      from: correctionValue,
      to: correctionValue,
      note: text,
      madeAt: instant,
    }),
  ),
  redactions: z.array(z.object({ number: whole, reason: text, at: instant })).optional(),
}) satisfies z.ZodType<Report>;
