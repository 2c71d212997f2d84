import type { z } from "zod";
import { endpoint } from "@/lib/api/endpoint";
import * as changes from "@/lib/api/operations/source-changes";
import * as operations from "@/lib/api/operations/sources";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSource, presentSourceDetails } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import type { SourceRecord } from "@/lib/db/sources";
import { ok } from "@/lib/result";
import type { sourceFields } from "@/lib/sources/source-input";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { getSource } from "@/lib/workflows/sources/get-source";
import { updateSource } from "@/lib/workflows/sources/update-source";

const get = endpoint(operations.getSource, async ({ actor, params }) => {
  const found = await getSource(actor, { id: params.id ?? "" });
  if (!found.ok) return found;
  return ok({ body: presentSourceDetails(found.value), headers: { etag: etagOf(found.value.source) } });
});

const update = endpoint(operations.updateSource, async ({ actor, params, body, precondition }) => {
  const id = params.id ?? "";
  const before = await getSource(actor, { id });
  if (!before.ok) return before;
  const { source } = before.value;
  const met = checkPrecondition(precondition, source, presentSource(source));
  if (!met.ok) return met;
  const { publishedAt, ...rest } = body;
  const changed = Object.entries({ ...rest, publishedOn: publishedAt }).filter(
    ([, value]) => value !== undefined,
  );
  const after = await updateSource(actor, {
    ...fieldsOf(source),
    ...Object.fromEntries(changed),
    details: { ...source.details, ...body.details },
    id,
    revision: source.revision,
  });
  if (!after.ok) return after;
  return ok({ body: presentSource(after.value), headers: { etag: etagOf(after.value) } });
});

const remove = endpoint(changes.deleteSource, async ({ actor, params, precondition }) => {
  const id = params.id ?? "";
  const before = await getSource(actor, { id });
  if (!before.ok) return before;
  const { source } = before.value;
  const met = checkPrecondition(precondition, source, presentSource(source));
  if (!met.ok) return met;
  const deleted = await deleteSource(actor, { id: source.id, revision: source.revision });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

/** The editable fields of a source. */
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
    details: source.details,
    csl: source.csl,
    // New fields must be added here, or an update would clear them.
  } satisfies Record<keyof z.input<typeof sourceFields>, unknown>;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update, remove);
