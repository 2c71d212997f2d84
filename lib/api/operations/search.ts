import { z } from "zod";
import { operation } from "../operation";
import { pageQuery } from "../page";
import { foundClaimPageSchema, suggestionsSchema, suggestSchema } from "../schemas/search";

export const searchClaims = operation({
  id: "searchClaims",
  method: "GET",
  path: "/search/claims",
  summary: "Search the claims of all articles, the most recently changed first",
  scope: "read",
  query: pageQuery.extend({
    q: z.string().max(200).meta({ description: "Words that the statement contains, in any order." }),
  }),
  answer: { status: 200, description: "A page of claims", schema: foundClaimPageSchema },
});

export const suggestClaims = operation({
  id: "suggestClaims",
  method: "POST",
  path: "/suggestions",
  summary: "Suggest sentences of an article or a text that can be marked as claims",
  description:
    "By a rule of thumb: sentences with a number, a quotation, a name or a comparison. Nothing is stored.",
  scope: "read",
  body: { schema: suggestSchema, limit: 2 * 1024 * 1024 },
  answer: { status: 200, description: "The sentences, in text order", schema: suggestionsSchema },
  problems: ["not-found"],
});
