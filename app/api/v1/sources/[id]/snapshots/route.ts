import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/sources";
import { presentSnapshot } from "@/lib/api/presenters/present-source";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { keepSnapshot } from "@/lib/workflows/sources/keep-snapshot";

const keep = endpoint(operations.keepSnapshot, async ({ actor, params }) => {
  const kept = await keepSnapshot(actor, { sourceId: params.id ?? "" });
  return kept.ok ? ok({ body: presentSnapshot(kept.value) }) : kept;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(keep);
