import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { etagOf } from "@/lib/api/precondition";
import { presentSource } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { err, ok } from "@/lib/result";
import { createSource, listSources } from "@/lib/workflows/sources/create-source";
import { describeAddress } from "@/lib/workflows/sources/describe-address";

const list = endpoint(operations.listSources, async ({ actor, query }) => {
  const page = await listSources(actor, { q: query.q, limit: query.limit, after: query.cursor ?? null });
  if (!page.ok) return page;
  const { items, nextCursor, total } = page.value;
  return ok({ body: { items: items.map(presentSource), nextCursor, total } });
});

const create = endpoint(operations.createSource, async ({ actor, body }) => {
  const { publishedAt, allowSameTitle, ...rest } = body;
  const named = { ...rest, publishedOn: publishedAt, kind: rest.kind ?? ("web_page" as const) };
  let fields: Parameters<typeof createSource>[1];
  if ("title" in named) fields = named;
  else {
    const described = await describeAddress(actor, { address: named.url });
    if (!described.ok) return described;
    if (described.value.kind === "known") return refuseKnown(described.value.source);
    const sent = Object.entries({ ...rest, publishedOn: publishedAt }).filter(([, value]) => value != null);
    fields = {
      ...described.value.fields,
      ...Object.fromEntries(sent),
      details: { ...described.value.fields.details, ...rest.details },
    };
  }
  const made = await createSource(actor, fields, { offerSameTitle: allowSameTitle !== true });
  if (!made.ok) return made;
  const { source } = made.value;
  if (!made.value.created) return refuseKnown(source, made.value.knownBy);
  return ok({
    body: presentSource(source),
    headers: { etag: etagOf(source), location: `/api/v1/sources/${source.id}` },
  });
});

function refuseKnown({ id, title }: { id: string; title: string }, by: "address" | "title" = "address") {
  return err({
    problem: "known-source" as const,
    detail:
      by === "address"
        ? `The library already has this source: ${title}.`
        : `The library already has a source with this title: ${title}. Use it, or send allowSameTitle: true to add another.`,
    more: { source: { id, title }, sameBy: by },
    headers: { location: `/api/v1/sources/${id}` },
  });
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, create);
