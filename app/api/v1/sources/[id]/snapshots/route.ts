import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { presentSnapshot } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { takeSnapshot } from "@/lib/workflows/sources/copies/take-snapshot";

const save = endpoint(operations.takeSnapshot, async ({ actor, params }) => {
  const saved = await takeSnapshot(actor, { sourceId: params.id ?? "" });
  return saved.ok ? ok({ body: presentSnapshot(saved.value) }) : saved;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(save);
