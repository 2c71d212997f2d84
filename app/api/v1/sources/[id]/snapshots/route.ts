import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { presentSnapshot } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { takeSnapshot } from "@/lib/workflows/sources/take-snapshot";

const keep = endpoint(operations.takeSnapshot, async ({ actor, params }) => {
  const kept = await takeSnapshot(actor, { sourceId: params.id ?? "" });
  return kept.ok ? ok({ body: presentSnapshot(kept.value) }) : kept;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(keep);
