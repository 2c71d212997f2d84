import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/article-work/manuscripts";
import { pageIn } from "@/lib/api/page";
import { presentAuthorQuestion } from "@/lib/api/presenters/article-work/present-author-question";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listAuthorQuestions } from "@/lib/workflows/manuscripts/author-links";

const list = endpoint(operations.listAuthorQuestions, async ({ actor, params, query }) => {
  const found = await listAuthorQuestions(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const page = pageIn(
    found.value.map((question) => ({ ...question, id: question.outcomeId })),
    query,
  );
  return ok({ body: { ...page, items: page.items.map(presentAuthorQuestion) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
