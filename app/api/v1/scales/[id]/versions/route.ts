import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/scales";
import { presentScale } from "@/lib/api/presenters/desk/present-scale";
import { readScale } from "@/lib/api/read-scale";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { saveScale } from "@/lib/workflows/settings/save-scale";

const save = endpoint(operations.saveScale, async ({ actor, params, body }) => {
  const saved = await saveScale(actor, { scaleId: params.id ?? "", ratings: body.ratings });
  if (!saved.ok) return saved;
  const scale = await readScale(actor, saved.value.scaleId);
  if (!scale.ok) return scale;
  return ok({ body: presentScale(scale.value), headers: { location: `/api/v1/scales/${scale.value.id}` } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(save);
