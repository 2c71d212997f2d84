import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/scales";
import { presentScale } from "@/lib/api/presenters/desk/present-scale";
import { readScale } from "@/lib/api/read-scale";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";

const get = endpoint(operations.getScale, async ({ actor, params }) => {
  const scale = await readScale(actor, params.id ?? "");
  return scale.ok ? ok({ body: presentScale(scale.value) }) : scale;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);
