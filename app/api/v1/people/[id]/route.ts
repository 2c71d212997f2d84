import { type Call, endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import {
  personRevision,
  presentAccount,
  presentListedAccount,
} from "@/lib/api/presenters/desk/present-person";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { changePersonRole, listPeople, setPersonDisabled } from "@/lib/workflows/people/people";
import { notFound } from "@/lib/workflows/refusals";

async function find({ actor, params }: Pick<Call<unknown, unknown>, "actor" | "params">) {
  const listed = await listPeople(actor);
  if (!listed.ok) return listed;
  const person = listed.value.people.find(({ id }) => id === params.id);
  return person ? ok(person) : notFound("person");
}

const get = endpoint(operations.getPerson, async (call) => {
  const person = await find(call);
  if (!person.ok) return person;
  return ok({
    body: presentListedAccount(person.value),
    headers: { etag: etagOf(personRevision(person.value)) },
  });
});

const update = endpoint(operations.updatePerson, async (call) => {
  const { actor, body, precondition } = call;
  const found = await find(call);
  if (!found.ok) return found;
  const before = found.value;
  const met = checkPrecondition(precondition, personRevision(before), presentListedAccount(before));
  if (!met.ok) return met;
  const { id: userId, role, disabled } = before;
  const changed =
    "role" in body
      ? await changePersonRole(actor, { userId, role: body.role, from: role })
      : await setPersonDisabled(actor, { userId, disabled: body.disabled, from: disabled });
  if (!changed.ok) return changed;
  return ok({
    body: presentAccount(changed.value),
    headers: { etag: etagOf(personRevision(changed.value)) },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
