import { z } from "zod";
import { ANCHOR_OUTCOMES } from "@/lib/claims/claim";
import { COMMENT_LIMIT } from "@/lib/comments/comment-input";
import { id, instant, person } from "./common";

const body = z.string().meta({
  description: `Plain text, up to ${COMMENT_LIMIT.toLocaleString("en")} characters. A person is mentioned, and notified, by \`@[id]\`.`,
});

export const commentSchema = z
  .object({
    id,
    threadId: id,
    author: person,
    body: body.meta({ description: "Plain text; people are mentioned by `@[id]`. Empty if it was deleted." }),
    at: instant,
    editedAt: instant.nullable(),
    deletedAt: instant.nullable(),
    revision: z.int(),
  })
  .meta({ id: "Comment", description: "A comment of the newsroom. It is never published." });

export const threadSchema = z
  .object({
    id,
    articleId: id,
    claimId: id.nullable().meta({ description: "The claim that it is about." }),
    passage: z
      .object({
        start: z.int().meta({ description: "UTF-16 offset into the current text." }),
        end: z.int().meta({ description: "Exclusive." }),
        exact: z.string(),
        outcome: z.enum(ANCHOR_OUTCOMES),
        before: z.string().nullable().meta({ description: "Its original text, if that changed or is gone." }),
      })
      .nullable()
      .meta({ description: "The passage that it is about; if it is orphaned, its last known position." }),
    resolved: z.object({ by: person, at: instant }).nullable(),
    comments: z.array(commentSchema).meta({ description: "Oldest first." }),
    mentioned: z.array(person).meta({ description: "The people mentioned in them." }),
  })
  .meta({
    id: "Thread",
    description: "Comments on a claim, on a passage, or, without both, on the article.",
  });

export const startThreadSchema = z
  .union([
    z.strictObject({
      body,
      claim: z.uuid().meta({ description: "A claim of this article." }),
    }),
    z.strictObject({
      body,
      passage: z.object({
        start: z.int().min(0).meta({ description: "UTF-16 offset into the version's text." }),
        end: z.int().min(0).meta({ description: "Exclusive." }),
        versionId: id.optional().meta({ description: "The current version by default." }),
      }),
    }),
    z.strictObject({ body }),
  ])
  .meta({ id: "StartThread", description: "A comment on a claim, on a passage, or on the article." });

export const commentInput = z.object({ body }).meta({ id: "GivenComment" });

export const updateThreadSchema = z.object({ resolved: z.boolean() }).meta({ id: "UpdateThread" });
