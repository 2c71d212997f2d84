import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getCheckBox } from "@/lib/workflows/manuscripts/get-check-box";

const get = endpoint(operations.getCheckBox, async ({ actor, params }) => {
  const found = await getCheckBox(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const { box, open } = found.value;
  return ok({ body: { box: box && { html: box.html, markdown: box.markdown }, open } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
