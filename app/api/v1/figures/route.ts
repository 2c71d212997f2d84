import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/figures";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getProcessFigures } from "@/lib/workflows/figures/get-process-figures";

const get = endpoint(operations.getFigures, async ({ actor, query }) => {
  const found = await getProcessFigures(actor, query, new Date());
  if (!found.ok) return found;
  const { from, to, person, figures } = found.value;
  return ok({ body: { from, to, person, ...figures } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
