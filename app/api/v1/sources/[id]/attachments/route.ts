import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/source-changes";
import { pageIn } from "@/lib/api/page";
import { presentAttachment } from "@/lib/api/presenters/present-attachment";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { addAttachment, listSourceAttachments } from "@/lib/workflows/sources/attachments";

const list = endpoint(operations.listAttachments, async ({ actor, params, query }) => {
  const all = await listSourceAttachments(actor, { sourceId: params.id ?? "" });
  if (!all.ok) return all;
  const page = pageIn(all.value, query);
  return ok({ body: { ...page, items: page.items.map(presentAttachment) } });
});

const add = endpoint(operations.addAttachment, async ({ actor, params, body, file }) => {
  const sourceId = params.id ?? "";
  const sent = file
    ? { name: body.name ?? file.name, bytes: file.bytes }
    : { name: body.name, bytes: Buffer.from(body.file, "base64") };
  const added = await addAttachment(actor, { sourceId, ...sent });
  if (!added.ok) return added;
  return ok({
    body: presentAttachment(added.value),
    headers: { location: `/api/v1/sources/${sourceId}/attachments/${added.value.id}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, add);
