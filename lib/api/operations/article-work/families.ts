import { operation } from "../../operation";
import { otherClaimSchema, relativesSchema } from "../../schemas/article-work/watching";
import { claimSchema } from "../../schemas/claim";

const SMALL_BODY = 16 * 1024;

export const listSimilarClaims = operation({
  id: "listSimilarClaims",
  method: "GET",
  path: "/claims/{id}/similar-claims",
  summary: "List claims of other articles that may say the same",
  description: "The five most similar ones that are not in the family of the claim.",
  scope: "read",
  answer: { status: 200, description: "The claims, the most similar first", schema: relativesSchema },
  problems: ["forbidden"],
});

export const linkClaims = operation({
  id: "linkClaims",
  method: "POST",
  path: "/claims/{id}/family",
  summary: "Link a claim with the same claim in another article",
  description:
    "They become one family: when the verdict or the evidence of one changes, the others are flagged. `GET claims/{id}/watch` has the family.",
  scope: "write",
  body: { schema: otherClaimSchema, limit: SMALL_BODY },
  answer: { status: 200, description: "The other claims of the family", schema: relativesSchema },
});

export const unlinkClaim = operation({
  id: "unlinkClaim",
  method: "DELETE",
  path: "/claims/{id}/family",
  summary: "Remove a claim from its family",
  description: "Its verdict and evidence stay.",
  scope: "write",
  answer: { status: 204, description: "Removed, or it was in none" },
});

export const adoptVerdict = operation({
  id: "adoptVerdict",
  method: "POST",
  path: "/claims/{id}/adopted-verdict",
  summary: "Give a claim the verdict, reasons and evidence of the same claim in another article",
  description: "It also links the two. A claim that was approved goes back to draft.",
  scope: "write",
  body: { schema: otherClaimSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});
