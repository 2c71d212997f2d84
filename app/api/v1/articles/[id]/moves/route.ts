import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/board";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { moveArticle } from "@/lib/workflows/board/move-article";

const move = endpoint(operations.moveArticle, async ({ actor, params, body }) => {
  const moved = await moveArticle(actor, { articleId: params.id ?? "", move: body.move });
  if (!moved.ok) return moved;
  const { done, left } = moved.value;
  return ok({ body: { done, left } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(move);
