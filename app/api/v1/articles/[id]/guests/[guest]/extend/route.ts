import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/guests";
import { presentGuest } from "@/lib/api/presenters/desk/present-guest";
import { readGuest } from "@/lib/api/read-guest";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { extendGuest } from "@/lib/workflows/people/extend-guest";

const extend = endpoint(operations.extendGuest, async ({ actor, params, body }) => {
  const found = await readGuest(actor, params);
  if (!found.ok) return found;
  const { articleId, guest } = found.value;
  const extended = await extendGuest(actor, { articleId, id: guest.id, kind: guest.kind, days: body.days });
  if (!extended.ok) return extended;
  const after = await readGuest(actor, params);
  return after.ok ? ok({ body: presentGuest(after.value.guest) }) : after;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(extend);
