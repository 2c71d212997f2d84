import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { pageIn } from "@/lib/api/page";
import { presentInvitation } from "@/lib/api/presenters/desk/present-person";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { invitePerson } from "@/lib/workflows/people/invitations";
import { listPeople } from "@/lib/workflows/people/people";

const list = endpoint(operations.listInvitations, async ({ actor, query }) => {
  const found = await listPeople(actor);
  if (!found.ok) return found;
  const page = pageIn(found.value.invitations, query);
  return ok({ body: { ...page, items: page.items.map(presentInvitation) } });
});

const invite = endpoint(operations.invitePerson, async ({ actor, body }) => {
  const invited = await invitePerson(actor, body);
  if (!invited.ok) return invited;
  const { invitation, link, mailed } = invited.value;
  return ok({ body: { ...presentInvitation(invitation), link, mailed } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, invite);
