import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/guests";
import { pageIn } from "@/lib/api/page";
import { presentGuest } from "@/lib/api/presenters/desk/present-guest";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { inviteGuest } from "@/lib/workflows/people/invite-guest";
import { listGuests } from "@/lib/workflows/people/list-guests";

const list = endpoint(operations.listGuests, async ({ actor, params, query }) => {
  const found = await listGuests(actor, { articleId: params.id ?? "" });
  if (!found.ok) return found;
  const page = pageIn(found.value.guests, query);
  return ok({ body: { ...page, items: page.items.map(presentGuest) } });
});

const invite = endpoint(operations.inviteGuest, async ({ actor, params, body }) => {
  const invited = await inviteGuest(actor, { articleId: params.id ?? "", ...body });
  if (!invited.ok) return invited;
  const { id, kind, link, mailed, until } = invited.value;
  return ok({ body: { id, kind, link, mailed, until } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, invite);
