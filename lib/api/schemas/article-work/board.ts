import { z } from "zod";
import { DUES, SORTS } from "@/lib/board/board-query";
import { PRIORITIES } from "@/lib/board/priority";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { ARTICLE_STAGES } from "@/lib/review/article-transition";
import { id, instant, person } from "../common";

const only = (what: string) =>
  z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true")
    .meta({ description: what });

export const boardQuerySchema = z.object({
  q: z.string().max(200).default("").meta({ description: "Words in the title or the publisher." }),
  stage: z.enum(ARTICLE_STAGES).optional().meta({ description: "Only this column." }),
  lead: z
    .union([z.enum(["me", "nobody"]), z.uuid()])
    .optional()
    .meta({ description: "Only articles of this person; or `me`, or `nobody`." }),
  purpose: z.enum(ARTICLE_PURPOSES).optional(),
  due: z
    .enum(DUES)
    .optional()
    .meta({ description: "overdue; day, week: due within it; none: without a due time." }),
  stuck: only("Whether to list only articles that are overdue, or that nobody worked on for a day."),
  reopened: only("Whether to list only articles that readers see and that have claims open again."),
  sort: z.enum(SORTS).optional().meta({ description: "The order in each column; the desk's by default." }),
});

const boardArticle = z
  .object({
    id,
    title: z.string(),
    publisher: z.string().nullable(),
    purpose: z.enum(ARTICLE_PURPOSES),
    revision: z.int(),
    stage: z.enum(ARTICLE_STAGES),
    since: instant.meta({ description: "When it entered its stage." }),
    live: z.boolean().meta({ description: "Whether readers see a publication of it now." }),
    lead: person.nullable().meta({ description: "The person who leads its check." }),
    dueAt: instant.nullable(),
    priority: z.enum(PRIORITIES),
    claimCounts: z
      .object({
        draft: z.int(),
        inReview: z.int(),
        disputed: z.int(),
        approved: z.int(),
        excluded: z.int(),
      })
      .meta({ description: "approved counts published claims as well." }),
    reopened: z.int().meta({ description: "Claims that readers see in it and that are open again." }),
    queries: z.int().meta({ description: "Open queries to the author of a manuscript." }),
    flags: z.int().meta({ description: "Open flags, counted to 1,001." }),
    reviewDueOn: z.string().nullable().meta({ description: "The earliest review day that has come." }),
    stuck: z.object({ reason: z.enum(["overdue", "idle"]), since: instant }).nullable(),
    createdBy: person,
    activeAt: instant.meta({ description: "When someone last worked on it." }),
    updatedAt: instant,
  })
  .meta({ id: "BoardArticle" });

export const boardSchema = z
  .object({
    columns: z.array(
      z.object({
        stage: z.enum(ARTICLE_STAGES),
        total: z.int().meta({ description: "Number of all matching articles, counted to 1,001." }),
        items: z.array(boardArticle).meta({ description: "The first 40." }),
      }),
    ),
  })
  .meta({ id: "Board" });

export const moveArticleSchema = z
  .object({
    move: z.enum(["submit", "withdraw"]).meta({
      description:
        "submit: all drafts, so that the article is in review. withdraw: all claims in review that nobody voted on.",
    }),
  })
  .meta({ id: "MoveArticle" });

export const movedArticleSchema = z
  .object({
    done: z.int().meta({ description: "Number of claims that were changed." }),
    left: z
      .array(z.object({ number: z.int(), message: z.string() }))
      .meta({ description: "Claims that were not, by number, and why." }),
  })
  .meta({ id: "MovedArticle" });
