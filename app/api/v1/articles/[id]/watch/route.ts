import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/watching";
import { presentWatch } from "@/lib/api/presenters/article-work/present-watch";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { loadWatch } from "@/lib/workflows/watching/list-watching";

const get = endpoint(operations.getArticleWatch, async ({ actor, params }) => {
  const watch = await loadWatch(actor, { articleId: params.id ?? "", claimId: null });
  return watch.ok ? ok({ body: presentWatch(watch.value) }) : watch;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
