import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import {
  claimSchema,
  createClaimSchema,
  evidenceInput,
  transitionSchema,
  updateClaimSchema,
} from "../schemas/claim";

/** Maximum bytes of a claim: fifty sources with excerpts and notes. */
const CLAIM_LIMIT = 4 * 1024 * 1024;

export const listClaims = operation({
  id: "listClaims",
  method: "GET",
  path: "/articles/{id}/claims",
  summary: "List the claims of an article in reading order",
  scope: "read",
  query: pageQuery,
  answer: { status: 200, description: "A page of claims", schema: pageOf("ClaimPage", claimSchema) },
  problems: ["invalid"],
});

export const createClaim = operation({
  id: "createClaim",
  method: "POST",
  path: "/articles/{id}/claims",
  summary: "Mark a span of an article as a claim",
  scope: "write",
  body: { schema: createClaimSchema, limit: CLAIM_LIMIT },
  answer: { status: 201, description: "The claim", schema: claimSchema, tagged: true, located: true },
  problems: ["ambiguous-quote", "text-changed"],
});

export const getClaim = operation({
  id: "getClaim",
  method: "GET",
  path: "/claims/{id}",
  summary: "Read a claim",
  scope: "read",
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});

export const updateClaim = operation({
  id: "updateClaim",
  method: "PATCH",
  path: "/claims/{id}",
  summary: "Change a claim",
  description:
    "A claim that was in review or approved goes back to draft, because its approved content no longer exists.",
  scope: "write",
  body: { schema: updateClaimSchema, limit: CLAIM_LIMIT },
  edits: true,
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});

export const deleteClaim = operation({
  id: "deleteClaim",
  method: "DELETE",
  path: "/claims/{id}",
  summary: "Delete a claim",
  scope: "write",
  edits: true,
  answer: { status: 204, description: "Deleted; it can be restored" },
});

export const addEvidence = operation({
  id: "addEvidence",
  method: "POST",
  path: "/claims/{id}/evidence",
  summary: "Add a source to a claim",
  scope: "write",
  body: { schema: evidenceInput, limit: 1024 * 1024 },
  edits: true,
  answer: { status: 201, description: "The claim with its evidence", schema: claimSchema, tagged: true },
});

export const transitionClaim = operation({
  id: "transitionClaim",
  method: "POST",
  path: "/claims/{id}/transitions",
  summary: "Apply a review action to a claim",
  scope: "review",
  body: { schema: transitionSchema, limit: 1024 * 1024 },
  edits: true,
  answer: { status: 200, description: "The claim in its new state", schema: claimSchema, tagged: true },
});
