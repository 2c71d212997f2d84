import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSource, presentWholeSource } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getSource, updateSource } from "@/lib/workflows/sources";

const get = endpoint(operations.getSource, async ({ actor, params }) => {
  const whole = await getSource(actor, { id: params.id ?? "" });
  if (!whole.ok) return whole;
  return ok({ body: presentWholeSource(whole.value), headers: { etag: etagOf(whole.value.source) } });
});

const update = endpoint(operations.updateSource, async ({ actor, params, body, precondition }) => {
  const id = params.id ?? "";
  const before = await getSource(actor, { id });
  if (!before.ok) return before;
  const { source } = before.value;
  const met = checkPrecondition(precondition, source, presentSource(source));
  if (!met.ok) return met;
  const { publishedAt, ...given } = body;
  const {
    url,
    doi,
    title,
    authors,
    publisher,
    publishedOn,
    language,
    kind,
    primary,
    confidential,
    archiveUrl,
  } = source;
  const kept = {
    url,
    doi,
    title,
    authors,
    publisher,
    publishedOn,
    language,
    kind,
    primary,
    confidential,
    archiveUrl,
  };
  const changed = Object.entries({ ...given, publishedOn: publishedAt }).filter(
    ([, value]) => value !== undefined,
  );
  const after = await updateSource(actor, {
    ...kept,
    ...Object.fromEntries(changed),
    id,
    revision: source.revision,
  });
  if (!after.ok) return after;
  return ok({ body: presentSource(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
