import { operation } from "../operation";
import { claimSchema } from "../schemas/claim";
import {
  mergeClaimsSchema,
  positionSchema,
  splitClaimResultSchema,
  splitClaimSchema,
} from "../schemas/claim-change";

const BODY_LIMIT = 64 * 1024;

export const restoreClaim = operation({
  id: "restoreClaim",
  method: "POST",
  path: "/claims/{id}/restore",
  summary: "Restore a deleted claim",
  description: "It is as it was before. A claim that is not deleted stays as it is.",
  scope: "write",
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});

export const splitClaim = operation({
  id: "splitClaim",
  method: "POST",
  path: "/claims/{id}/split",
  summary: "Split a claim in two",
  description:
    "The first part stays the same claim. The second is a new draft with the same content; Location is its address. A claim that was in review or approved goes back to draft.",
  scope: "write",
  body: { schema: splitClaimSchema, limit: BODY_LIMIT },
  edits: true,
  answer: { status: 201, description: "Both claims", schema: splitClaimResultSchema, located: true },
});

export const mergeClaims = operation({
  id: "mergeClaims",
  method: "POST",
  path: "/claims/{id}/merge",
  summary: "Merge another claim of the article into a claim",
  description:
    "The claim becomes a draft. It spans both passages and has the sources of both. The other claim is deleted.",
  scope: "write",
  body: { schema: mergeClaimsSchema, limit: BODY_LIMIT },
  edits: true,
  answer: { status: 200, description: "The merged claim", schema: claimSchema, tagged: true },
});

export const confirmPosition = operation({
  id: "confirmPosition",
  method: "POST",
  path: "/claims/{id}/position",
  summary: "Confirm where a claim is in a changed text, or move it",
  description:
    "A claim whose `anchor.outcome` is `changed` or `orphaned` needs this; an orphaned one needs `start` and `end`. If its text is different, a claim that was in review or approved goes back to draft.",
  scope: "write",
  body: { schema: positionSchema, limit: BODY_LIMIT, mayBeEmpty: true },
  edits: true,
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});

export const undoPosition = operation({
  id: "undoPosition",
  method: "DELETE",
  path: "/claims/{id}/position",
  summary: "Undo the confirmation of a claim's position",
  description:
    "The claim needs checking again, as it did before someone confirmed where it is in the changed text. It works for the current version only.",
  scope: "write",
  edits: true,
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});
