import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/settings";
import { presentSettings } from "@/lib/api/presenters/desk/present-setting";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";

const get = endpoint(operations.getSettings, async ({ actor }) => {
  const found = await getDeskSettings(actor);
  return found.ok ? ok({ body: presentSettings(found.value) }) : found;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
