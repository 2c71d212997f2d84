import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/source-changes";
import { presentFile } from "@/lib/api/presenters/present-report-job";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getAttachment, removeAttachment } from "@/lib/workflows/sources/attachments";

const download = endpoint(operations.downloadAttachment, async ({ actor, params }) => {
  const found = await getAttachment(actor, { sourceId: params.id ?? "", id: params.attachment ?? "" });
  if (!found.ok) return found;
  const { name, mediaType: type, body } = found.value;
  return ok(presentFile({ name, type, bytes: Buffer.from(body), etag: null, language: null }));
});

const remove = endpoint(operations.removeAttachment, async ({ actor, params }) => {
  const removed = await removeAttachment(actor, { sourceId: params.id ?? "", id: params.attachment ?? "" });
  return removed.ok ? ok({ body: undefined }) : removed;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download, remove);
