import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reports";
import { resource } from "@/lib/api/resource";
import { contentDisposition } from "@/lib/content-disposition";
import { ok } from "@/lib/result";
import { exportDigest } from "@/lib/workflows/reports/export-digest";

const download = endpoint(operations.exportDigest, async ({ actor, query }) => {
  const exported = await exportDigest(actor, query);
  if (!exported.ok) return exported;
  const { name, type, bytes } = exported.value;
  return ok({
    bytes: new Uint8Array(bytes),
    headers: { "content-type": type, "content-disposition": contentDisposition("attachment", name) },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(download);
