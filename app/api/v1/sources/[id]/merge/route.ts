import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/source-changes";
import { etagOf } from "@/lib/api/precondition";
import { presentSource } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getSource } from "@/lib/workflows/sources/get-source";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";

const merge = endpoint(operations.mergeSources, async ({ actor, params, body }) => {
  const keepId = params.id ?? "";
  const merged = await mergeSources(actor, { keepId, dropId: body.sourceId });
  if (!merged.ok) return merged;
  const after = await getSource(actor, { id: keepId });
  if (!after.ok) return after;
  const { source } = after.value;
  return ok({ body: presentSource(source), headers: { etag: etagOf(source) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(merge);
