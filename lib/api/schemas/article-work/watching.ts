import { z } from "zod";
import { CLAIM_STATES } from "@/lib/claims/claim";
import { FLAG_KINDS } from "@/lib/watching/flag";
import { id, instant, person, textInput } from "../common";
import { comparedBlock } from "./compared-block";

const day = z.string().meta({ description: "A day, such as 2027-05-17." });

export const flagKind = z.enum(FLAG_KINDS);

export const reviewDateSchema = z
  .object({ on: day, reason: z.string(), setBy: person })
  .meta({ id: "ReviewDate", description: "The day on which something is to be reviewed again." });

export const setReviewDateSchema = z
  .object({
    on: z.iso.date().meta({ description: "A day that is not past." }),
    reason: z.string().meta({ description: "Why it is to be reviewed then, up to 500 characters." }),
  })
  .meta({ id: "SetReviewDate" });

export const flagSchema = z
  .object({
    id,
    kind: flagKind.meta({
      description:
        "review_due: a review day has come. page_changed, excerpt_gone: the page of a source was changed. family_changed: the same claim in another article was changed. idle: nobody works on it.",
    }),
    article: z.object({ id, title: z.string() }),
    claim: z
      .object({ id, number: z.int(), statement: z.string(), state: z.enum(CLAIM_STATES), revision: z.int() })
      .nullable()
      .meta({ description: "Null for the article as a whole." }),
    source: z.object({ id, title: z.string() }).nullable().meta({ description: "Whose page was changed." }),
    cause: z
      .object({ id, number: z.int(), articleId: id, articleTitle: z.string() })
      .nullable()
      .meta({ description: "The claim of the family that was changed." }),
    owner: person.nullable().meta({ description: "The person who was reminded first." }),
    reviewOn: day.nullable().meta({ description: "With review_due." }),
    reason: z.string().nullable().meta({ description: "With review_due: why that day was set." }),
    lostExcerpts: z.array(z.string()).meta({ description: "Excerpts that are no longer on the page." }),
    changed: z
      .array(z.enum(["verdict", "evidence"]))
      .meta({ description: "With family_changed: what of the other claim was changed." }),
    madeAt: instant,
  })
  .meta({ id: "Flag", description: "Something that someone should look at again." });

const relative = z
  .object({
    claimId: id,
    articleId: id,
    articleTitle: z.string(),
    number: z.int(),
    statement: z.string(),
    state: z.enum(CLAIM_STATES),
    rating: z.string().nullable().meta({ description: "The label of its rating." }),
  })
  .meta({ id: "RelatedClaim" });

export const relativesSchema = z.object({ items: z.array(relative) }).meta({ id: "RelatedClaims" });

export const watchSchema = z
  .object({
    reviewDate: reviewDateSchema.nullable(),
    flags: z.array(flagSchema).meta({ description: "The 20 newest that are open." }),
    family: z.array(relative).meta({ description: "The same claim in other articles." }),
    adoptedFrom: z
      .object({ claimId: id, articleId: id, articleTitle: z.string(), number: z.int(), by: person })
      .nullable()
      .meta({ description: "The claim whose verdict it uses." }),
  })
  .meta({ id: "Watch", description: "What is watched about a claim, or about an article as a whole." });

const note = textInput.meta({ description: "What was found, up to 2,000 characters." });

export const confirmFlagSchema = z
  .object({
    note: note.meta({ description: "What was found, up to 2,000 characters. Needed, except with idle." }),
    nextReviewOn: z.iso.date().nullish().meta({ description: "The next review." }),
    nextReason: textInput.meta({
      description: "Why it is to be reviewed then; by default the reason of this review.",
    }),
  })
  .meta({ id: "ConfirmFlag" });

export const reopenFlaggedSchema = z.object({ note }).meta({ id: "ReopenFlagged" });

export const pageChangeSchema = z
  .object({
    blocks: z
      .array(comparedBlock)
      .meta({ description: "The changed paragraphs in reading order, at most 60." }),
    lostExcerpts: z.array(z.string()).meta({ description: "Excerpts that are no longer on the page." }),
    before: instant.meta({ description: "When the earlier copy was made." }),
    after: instant.meta({ description: "When the later copy was made." }),
  })
  .meta({ id: "PageChange" });

export const otherClaimSchema = z
  .object({ claimId: id.meta({ description: "A claim of another article." }) })
  .meta({ id: "OtherClaim" });
