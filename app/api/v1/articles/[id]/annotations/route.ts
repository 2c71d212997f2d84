import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/annotations";
import { etagOf } from "@/lib/api/precondition";
import {
  ANNOTATION_LINKS,
  ANNOTATIONS_PER_PAGE,
  annotatedAddresses,
  CONTAINER_LINKS,
  containerAddress,
  contentTag,
  formAddress,
  preferredForm,
  presentAnnotation,
  presentContainer,
} from "@/lib/api/presenters/present-annotation";
import { refuseAnnotation } from "@/lib/api/refuse-annotation";
import { resource } from "@/lib/api/resource";
import { ANNOTATION_TYPE } from "@/lib/api/schemas/annotation";
import { checkAnnotation } from "@/lib/claim-imports/formats/check-annotation";
import { err, ok } from "@/lib/result";
import { getAnnotatedClaim, listAnnotatedClaims } from "@/lib/workflows/annotations/read-annotated-claims";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { importClaims } from "@/lib/workflows/claim-imports/import-claims";
import { previewClaimImport } from "@/lib/workflows/claim-imports/preview-claim-import";

const list = endpoint(operations.listAnnotations, async ({ actor, params, query, prefer }) => {
  const { applied, ...form } = preferredForm(prefer, query);
  const found = await listAnnotatedClaims(actor, {
    articleId: params.id ?? "",
    page: form.page ?? 0,
    size: ANNOTATIONS_PER_PAGE,
  });
  if (!found.ok) return found;
  const { claims, ...details } = found.value;
  const articleId = details.article.id;
  if (claims === null)
    return err({
      problem: "not-found" as const,
      detail: "The container does not have this page. Start at its first page.",
    });
  const body = presentContainer({ ...details, claims }, form);
  return ok({
    body,
    headers: {
      etag: contentTag(body),
      vary: "Accept, Authorization, Prefer",
      "content-location": formAddress(articleId, form),
      ...(form.page === undefined && {
        link: CONTAINER_LINKS,
        allow: "GET, HEAD, POST, OPTIONS",
        "accept-post": `${ANNOTATION_TYPE}, application/json`,
      }),
      ...(applied && { "preference-applied": "return=representation" }),
    },
  });
});

const create = endpoint(operations.createAnnotation, async ({ actor, params, body, idempotencyKey }) => {
  const found = await getArticle(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const articleId = found.value.article.id;
  const faults = checkAnnotation(body, annotatedAddresses(found.value));
  if (faults.length > 0) return refuseAnnotation(faults);
  const content = JSON.stringify(body);
  const previewed = await previewClaimImport(actor, { articleId, content });
  if (!previewed.ok) return previewed;
  const { versionId, claims, ratings } = previewed.value;
  const [claim] = claims;
  const unknown = ratings.find(({ ratingKey }) => ratingKey === null);
  if (unknown)
    return refuseAnnotation([
      {
        path: "body",
        message: `The article's scale has no rating “${unknown.name}”. Use one of its labels.`,
      },
    ]);
  if (claim?.known?.kind === "claim")
    return err({
      problem: "known-claim" as const,
      detail: `The article has this claim already, with the number ${claim.known.number}.`,
      more: { number: claim.known.number },
    });
  if (claim?.place.kind === "choose" && claim.place.why === "repeated")
    return err({
      problem: "ambiguous-quote" as const,
      detail: "The quotation appears in the text more than once. Send more of the text around it.",
      more: { candidates: claim.place.passages },
    });
  if (claim?.place.kind !== "placed")
    return refuseAnnotation([
      {
        path: "target.selector",
        message:
          "The passage can't be found in the article's current text. Read the text, and send its exact words.",
      },
    ]);
  const imported = await importClaims(actor, {
    articleId,
    content,
    versionId,
    rows: [{ row: 0 }],
    operationId: idempotencyKey,
  });
  if (!imported.ok)
    return imported.error.kind === "stale"
      ? err({
          problem: "text-changed" as const,
          detail: "The article has a newer version. Read it again, and annotate that.",
        })
      : imported;
  const claimId = imported.value.imported[0]?.claimId ?? "";
  const created = await getAnnotatedClaim(actor, { articleId, claimId });
  if (!created.ok) return created;
  return ok({
    body: presentAnnotation(created.value, created.value.claim),
    headers: {
      etag: etagOf(created.value.claim),
      link: ANNOTATION_LINKS,
      location: `${containerAddress(articleId)}${claimId}`,
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
