import type { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSource, presentWholeSource } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import type { SourceRecord } from "@/lib/db/sources";
import { ok } from "@/lib/result";
import type { sourceFields } from "@/lib/sources/source-input";
import { getSource, updateSource } from "@/lib/workflows/sources/sources";

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
  const changed = Object.entries({ ...given, publishedOn: publishedAt }).filter(
    ([, value]) => value !== undefined,
  );
  const after = await updateSource(actor, {
    ...fieldsOf(source),
    ...Object.fromEntries(changed),
    id,
    revision: source.revision,
  });
  if (!after.ok) return after;
  return ok({ body: presentSource(after.value), headers: { etag: etagOf(after.value) } });
});

/** What can be changed of a source, as it is. */
function fieldsOf(source: SourceRecord) {
  return {
    url: source.url,
    doi: source.doi,
    title: source.title,
    authors: source.authors,
    publisher: source.publisher,
    publishedOn: source.publishedOn,
    language: source.language,
    kind: source.kind,
    primary: source.primary,
    confidential: source.confidential,
    publicDescription: source.publicDescription,
    archiveUrl: source.archiveUrl,
    // A field that is new has to be named here too: what is not named would be taken away.
  } satisfies Record<keyof z.input<typeof sourceFields>, unknown>;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
