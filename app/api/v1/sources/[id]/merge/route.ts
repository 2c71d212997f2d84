import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/source-changes";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSource } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getSource } from "@/lib/workflows/sources/get-source";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";

const merge = endpoint(operations.mergeSources, async ({ actor, params, body, precondition }) => {
  const keepId = params.id ?? "";
  const before = await getSource(actor, { id: keepId });
  if (!before.ok) return before;
  const { source: kept } = before.value;
  const met = checkPrecondition(precondition, kept, presentSource(kept));
  if (!met.ok) return met;
  const merged = await mergeSources(actor, { keepId, dropId: body.sourceId, revision: kept.revision });
  if (!merged.ok) return merged;
  const after = await getSource(actor, { id: keepId });
  if (!after.ok) return after;
  const { source } = after.value;
  return ok({ body: presentSource(source), headers: { etag: etagOf(source) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(merge);
