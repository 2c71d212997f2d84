import { type Call, endpoint, type Refusal } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/articles";
import { etagOf } from "@/lib/api/precondition";
import { presentArticle, presentArticleItem } from "@/lib/api/presenters/present-article";
import { refuseList } from "@/lib/api/refuse-list";
import { resource } from "@/lib/api/resource";
import { err, ok, type Result } from "@/lib/result";
import { getArticle } from "@/lib/workflows/articles/get-article";
import { type ImportForApiInput, importForApi } from "@/lib/workflows/articles/import-for-api";
import { listArticles } from "@/lib/workflows/articles/list-articles";

type Body = typeof operations.createArticle extends { body?: { schema: infer S } }
  ? S extends { _zod: { output: infer Output } }
    ? Output
    : never
  : never;

const list = endpoint(operations.listArticles, async ({ actor, query }) => {
  const page = await listArticles(actor, query);
  if (!page.ok) return page;
  const { items, nextCursor, total } = page.value;
  return ok({ body: { items: items.map(presentArticleItem), nextCursor, total } });
});

const create = endpoint(operations.createArticle, async (call) => {
  const imported = await importForApi(call.actor, inputOf(call), call.signal);
  if (!imported.ok) return imported;
  const { value } = imported;
  if (value.kind === "known") return refuseKnown(value.known);
  if (value.kind === "list") return refuseList(value.list);
  const found = await getArticle(call.actor, value);
  if (!found.ok) return found;
  const outcomes = value.kind === "new-version" ? value.outcomes : null;
  return ok({
    body: { ...presentArticle(found.value), notes: value.notes, outcomes },
    headers: { etag: etagOf(found.value.article), location: `/api/v1/articles/${value.articleId}` },
  });
});

function inputOf({ body, file }: Call<unknown, Body>): ImportForApiInput {
  const { ifKnown, purpose, publishedAt, title, sourceUrl, publisher, byline, language } = body;
  const details = {
    title: title ?? undefined,
    sourceUrl,
    publisher,
    byline,
    language,
    publishedOn: publishedAt,
  };
  return {
    article: file ?? ("content" in body ? { content: body.content } : { address: body.url }),
    purpose,
    details,
    ifKnown,
  };
}

function refuseKnown(known: {
  id: string;
  slug: string;
  title: string;
  by: string;
  likeness: number;
}): Result<never, Refusal> {
  const { id, slug, title, by, likeness } = known;
  return err({
    problem: "known-article",
    detail: `The desk already has this article: ${title}. With ifKnown, it becomes a new version of that one (new-version) or a separate article (import).`,
    more: { article: { id, slug, title, knownBy: by, likeness } },
    headers: { location: `/api/v1/articles/${id}` },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
