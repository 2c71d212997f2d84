import { operation } from "../../operation";
import {
  boardQuerySchema,
  boardSchema,
  moveArticleSchema,
  movedArticleSchema,
} from "../../schemas/article-work/board";

export const getBoard = operation({
  id: "getBoard",
  method: "GET",
  path: "/board",
  summary: "Read the board: the articles of the desk in columns, by stage",
  scope: "read",
  query: boardQuerySchema,
  answer: { status: 200, description: "The columns", schema: boardSchema },
  problems: ["forbidden"],
});

export const moveArticle = operation({
  id: "moveArticle",
  method: "POST",
  path: "/articles/{id}/moves",
  summary: "Move an article to another column of the board",
  description:
    "A stage follows from the claims, so this submits or withdraws them, at most 200. Each claim is changed completely or stays as it is. The other columns are reached by publishing, scheduling and `DELETE articles/{id}/schedule`.",
  scope: "review",
  body: { schema: moveArticleSchema, limit: 1024 },
  answer: { status: 200, description: "What was changed", schema: movedArticleSchema },
  problems: ["precondition-failed"],
});
