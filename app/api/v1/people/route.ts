import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { pageIn } from "@/lib/api/page";
import { presentAccount } from "@/lib/api/presenters/desk/present-person";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listPeople } from "@/lib/workflows/people/people";

const list = endpoint(operations.listPeople, async ({ actor, query }) => {
  const found = await listPeople(actor);
  if (!found.ok) return found;
  const page = pageIn(found.value.people, query);
  const items = page.items.map((person) => ({
    ...presentAccount(person),
    hasSecondFactor: person.hasSecondFactor,
  }));
  return ok({ body: { ...page, items } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
