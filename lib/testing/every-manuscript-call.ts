import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { acceptWordings } from "@/lib/workflows/manuscripts/accept-wordings";
import {
  createAuthorLink,
  listAuthorLinks,
  listAuthorQuestions,
  revokeAuthorLink,
} from "@/lib/workflows/manuscripts/author-links";
import { changePurpose } from "@/lib/workflows/manuscripts/change-purpose";
import { getCheckBox } from "@/lib/workflows/manuscripts/get-check-box";

interface Surroundings {
  articleId: string;
  revision: number;
  versionId: string;
  claim: Claim;
}

/** Calls of the workflows of manuscripts; see every-call.ts. */
export const everyManuscriptCall: Record<string, (actor: Actor, at: Surroundings) => Promise<unknown>> = {
  acceptWordings: (actor, { articleId, versionId, claim }) =>
    acceptWordings(actor, {
      articleId,
      versionId,
      claims: [{ claimId: claim.id, revision: claim.revision }],
    }),
  changePurpose: (actor, { articleId, revision }) =>
    changePurpose(actor, { articleId, revision, purpose: "manuscript" }),
  createAuthorLink: (actor, { articleId }) =>
    createAuthorLink(actor, { articleId, name: "Ann Lee", days: 7 }),
  revokeAuthorLink: (actor, { articleId }) =>
    revokeAuthorLink(actor, { articleId, linkId: crypto.randomUUID() }),
  listAuthorLinks: (actor, { articleId }) => listAuthorLinks(actor, { articleId }),
  listAuthorQuestions: (actor, { articleId }) => listAuthorQuestions(actor, { articleId }),
  getCheckBox: (actor, { articleId }) => getCheckBox(actor, { articleId }),
};
