import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/scales";
import { pageIn } from "@/lib/api/page";
import { presentScale } from "@/lib/api/presenters/desk/present-scale";
import { readScale } from "@/lib/api/read-scale";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { makeScale } from "@/lib/workflows/settings/make-scale";

const list = endpoint(operations.listScales, async ({ actor, query }) => {
  const all = await listScalesOfDesk(actor);
  if (!all.ok) return all;
  const page = pageIn(all.value, query);
  return ok({ body: { ...page, items: page.items.map(presentScale) } });
});

const create = endpoint(operations.createScale, async ({ actor, body }) => {
  const made = await makeScale(actor, body);
  if (!made.ok) return made;
  const scale = await readScale(actor, made.value.scaleId);
  if (!scale.ok) return scale;
  return ok({ body: presentScale(scale.value), headers: { location: `/api/v1/scales/${scale.value.id}` } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
