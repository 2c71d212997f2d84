import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/families";
import { presentRelatives } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { findSameClaims } from "@/lib/workflows/watching/claim-family";

const list = endpoint(operations.listSimilarClaims, async ({ actor, params }) => {
  const found = await findSameClaims(actor, { claimId: params.id ?? "" });
  return found.ok ? ok({ body: presentRelatives(found.value) }) : found;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
