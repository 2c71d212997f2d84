import { z } from "zod";
import { operation } from "../../operation";
import { pageOf, pageQuery } from "../../page";
import {
  confirmFlagSchema,
  flagKind,
  flagSchema,
  pageChangeSchema,
  reopenFlaggedSchema,
  reviewDateSchema,
  setReviewDateSchema,
  watchSchema,
} from "../../schemas/article-work/watching";

const SMALL_BODY = 64 * 1024;

export const getClaimWatch = operation({
  id: "getClaimWatch",
  method: "GET",
  path: "/claims/{id}/watch",
  summary: "Read what is watched about a claim",
  description: "Its review date, its open flags, and the same claim in other articles.",
  scope: "read",
  answer: { status: 200, description: "What is watched", schema: watchSchema },
  problems: ["forbidden"],
});

export const setClaimReviewDate = operation({
  id: "setClaimReviewDate",
  method: "PUT",
  path: "/claims/{id}/review-date",
  summary: "Set the day on which a claim is to be reviewed again",
  description:
    "On that day it is flagged, and its owner is reminded. A flag about an earlier day is withdrawn.",
  scope: "write",
  body: { schema: setReviewDateSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The review date", schema: reviewDateSchema },
});

export const removeClaimReviewDate = operation({
  id: "removeClaimReviewDate",
  method: "DELETE",
  path: "/claims/{id}/review-date",
  summary: "Remove the review date of a claim",
  scope: "write",
  answer: { status: 204, description: "Removed, or there was none" },
});

export const getArticleWatch = operation({
  id: "getArticleWatch",
  method: "GET",
  path: "/articles/{id}/watch",
  summary: "Read what is watched about an article as a whole",
  description: "Its review date, and the open flags that are not about one of its claims.",
  scope: "read",
  answer: { status: 200, description: "What is watched", schema: watchSchema },
  problems: ["forbidden"],
});

export const setArticleReviewDate = operation({
  id: "setArticleReviewDate",
  method: "PUT",
  path: "/articles/{id}/review-date",
  summary: "Set the day on which an article as a whole is to be reviewed again",
  scope: "write",
  body: { schema: setReviewDateSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The review date", schema: reviewDateSchema },
});

export const removeArticleReviewDate = operation({
  id: "removeArticleReviewDate",
  method: "DELETE",
  path: "/articles/{id}/review-date",
  summary: "Remove the review date of an article",
  scope: "write",
  answer: { status: 204, description: "Removed, or there was none" },
});

export const listFlags = operation({
  id: "listFlags",
  method: "GET",
  path: "/flags",
  summary: "List what someone should look at again, newest first",
  description:
    "Open flags of claims and articles: reviews that are due, sources that were changed, claims of a family that were changed, and idle work. The total counts to 1,001, which means more than 1,000.",
  scope: "read",
  query: pageQuery.extend({
    kind: flagKind.optional(),
    owner: z.uuid().optional().meta({ description: "Only those of this person." }),
  }),
  answer: { status: 200, description: "A page of flags", schema: pageOf("FlagPage", flagSchema) },
  problems: ["forbidden"],
});

export const getPageChange = operation({
  id: "getPageChange",
  method: "GET",
  path: "/flags/{id}/page-change",
  summary: "Read what was changed on the page that a flag is about",
  description: "The differences between the two saved copies. 404 if the flag is not about a page.",
  scope: "read",
  answer: { status: 200, description: "What was changed", schema: pageChangeSchema },
  problems: ["forbidden", "unavailable"],
});

export const confirmFlag = operation({
  id: "confirmFlag",
  method: "POST",
  path: "/flags/{id}/confirmation",
  summary: "Settle a flag: you looked, and the claim or article is still right",
  description:
    "With `nextReviewOn`, it is reviewed again on that day. A flag that is settled already is refused (412).",
  scope: "write",
  body: { schema: confirmFlagSchema, limit: SMALL_BODY },
  answer: { status: 204, description: "Settled" },
  problems: ["precondition-failed"],
});

export const reopenFlagged = operation({
  id: "reopenFlagged",
  method: "POST",
  path: "/flags/{id}/reopening",
  summary: "Settle a flag by reopening its claim, so that it is checked again",
  description:
    "A claim that is not approved is open already. A flag that is settled already is refused (412).",
  scope: "review",
  body: { schema: reopenFlaggedSchema, limit: SMALL_BODY },
  answer: { status: 204, description: "Reopened" },
  problems: ["precondition-failed"],
});
