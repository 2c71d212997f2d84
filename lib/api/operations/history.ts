import { z } from "zod";
import { operation } from "../operation";
import { pageOf } from "../page";
import {
  claimHistorySchema,
  eventKind,
  historyEventSchema,
  historyQuery,
  restoreFromHistorySchema,
} from "../schemas/history";

export const listArticleHistory = operation({
  id: "listArticleHistory",
  method: "GET",
  path: "/articles/{id}/history",
  summary: "List what was done to an article and its claims, newest first",
  description: "The total counts to 1,001, which means more than 1,000.",
  scope: "read",
  query: historyQuery.extend({
    person: z.uuid().optional().meta({ description: "Only what this person did." }),
    kind: eventKind.optional(),
    claim: z.uuid().optional().meta({ description: "Only what was done to this claim." }),
  }),
  answer: {
    status: 200,
    description: "A page of the history",
    schema: pageOf("HistoryPage", historyEventSchema),
  },
});

export const restoreFromHistory = operation({
  id: "restoreFromHistory",
  method: "POST",
  path: "/articles/{id}/history/{event}/restoration",
  summary: "Restore a claim, or the details of an article, to its state before or after an event",
  description:
    "It is a new edit: a claim that was approved goes back to draft, a deleted claim comes back, and the history keeps what was undone.",
  scope: "write",
  body: { schema: restoreFromHistorySchema, limit: 1024 },
  answer: { status: 204, description: "Restored" },
  problems: ["precondition-failed"],
});

export const listClaimHistory = operation({
  id: "listClaimHistory",
  method: "GET",
  path: "/claims/{id}/history",
  summary: "List the review steps, votes, verdicts and changes of a claim, newest first",
  description:
    "Votes are only included for people who can see them. It has the last 100 changes; the history of the article has them all.",
  scope: "read",
  query: historyQuery,
  answer: {
    status: 200,
    description: "A page of the history",
    schema: pageOf("ClaimHistoryPage", claimHistorySchema),
  },
});
