import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/work";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listAssignees } from "@/lib/workflows/claims/assign-claim";

const list = endpoint(operations.listAssignees, async ({ actor, query }) => {
  const people = await listAssignees(actor, { query: query.q });
  return people.ok ? ok({ body: { items: people.value.map(({ id, name }) => ({ id, name })) } }) : people;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
