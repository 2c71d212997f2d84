import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/settings";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { addLogo } from "@/lib/workflows/settings/add-logo";

const add = endpoint(operations.addLogo, async ({ actor, body }) => {
  const added = await addLogo(actor, { name: body.name, bytes: Buffer.from(body.file, "base64") });
  if (!added.ok) return added;
  const { hash, width, height } = added.value;
  return ok({ body: { hash, width, height } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(add);
