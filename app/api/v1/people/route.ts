import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { pageIn } from "@/lib/api/page";
import { presentListedAccount } from "@/lib/api/presenters/desk/present-person";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listPeople } from "@/lib/workflows/people/people";

const list = endpoint(operations.listPeople, async ({ actor, query }) => {
  const found = await listPeople(actor);
  if (!found.ok) return found;
  const page = pageIn(found.value.people, query);
  return ok({ body: { ...page, items: page.items.map(presentListedAccount) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
