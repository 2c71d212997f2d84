import { claimContentOf } from "@/lib/api/claim-content-of";
import { type Call, endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/annotations";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import {
  ANNOTATION_LINKS,
  annotatedAddresses,
  presentAnnotation,
  publicAddressOf,
} from "@/lib/api/presenters/present-annotation";
import { refuseAnnotation } from "@/lib/api/refuse-annotation";
import { resource } from "@/lib/api/resource";
import { checkAnnotation } from "@/lib/claim-imports/formats/check-annotation";
import { readAnnotationEdit } from "@/lib/claim-imports/formats/read-annotation-edit";
import { sourceAt } from "@/lib/claim-imports/formats/read-web-annotations";
import { ratingMatcher } from "@/lib/claim-imports/match-rating";
import type { Claim } from "@/lib/claims/claim";
import { ok } from "@/lib/result";
import { type AnnotatedArticle, getAnnotatedClaim } from "@/lib/workflows/annotations/read-annotated-claims";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";

const find = ({ actor, params }: Pick<Call<unknown, unknown>, "actor" | "params">) =>
  getAnnotatedClaim(actor, { articleId: params.id ?? "", claimId: params.annotation ?? "" });

const answer = (details: AnnotatedArticle, claim: Claim) => ({
  body: presentAnnotation(details, claim),
  headers: {
    etag: etagOf(claim),
    link: ANNOTATION_LINKS,
    allow: "GET, HEAD, PUT, DELETE, OPTIONS",
    vary: "Accept, Authorization",
  },
});

const get = endpoint(operations.getAnnotation, async (call) => {
  const found = await find(call);
  return found.ok ? ok(answer(found.value, found.value.claim)) : found;
});

const replace = endpoint(operations.replaceAnnotation, async (call) => {
  const found = await find(call);
  if (!found.ok) return found;
  const { claim } = found.value;
  const current = presentAnnotation(found.value, claim);
  const met = checkPrecondition(call.precondition, claim, current);
  if (!met.ok) return met;
  const faults = checkAnnotation(call.body, annotatedAddresses(found.value));
  if (faults.length > 0) return refuseAnnotation(faults);
  const edit = readAnnotationEdit(call.body, current, ratingMatcher(found.value.ratings));
  if (!edit.ok) return refuseAnnotation(edit.error);
  const { addresses, ...content } = edit.value;
  const { evidence = [], ...kept } = claimContentOf(content, claim);
  const shown = claim.evidence.map(({ source }) => publicAddressOf(source));
  const after = await updateClaim(
    call.actor,
    {
      ...kept,
      statement: content.statement,
      kind: claim.kind,
      claimId: claim.id,
      revision: claim.revision,
      evidence: [
        // What an annotation does not show stays.
        ...evidence.filter((_, index) => {
          const address = shown[index] ?? null;
          return address === null || addresses.includes(address);
        }),
        ...addresses.filter((address) => !shown.includes(address)).map(sourceAt),
      ],
    },
    { keepsDraft: true },
  );
  return after.ok ? ok(answer(found.value, after.value)) : after;
});

const remove = endpoint(operations.deleteAnnotation, async (call) => {
  const found = await find(call);
  if (!found.ok) return found;
  const { claim } = found.value;
  const met = checkPrecondition(call.precondition, claim, presentAnnotation(found.value, claim));
  if (!met.ok) return met;
  const deleted = await deleteClaim(call.actor, { claimId: claim.id, revision: claim.revision });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, replace, remove);
