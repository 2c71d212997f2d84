import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { presentAccount } from "@/lib/api/presenters/desk/present-person";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { changePersonRole, setPersonDisabled } from "@/lib/workflows/people/people";

const update = endpoint(operations.updatePerson, async ({ actor, params, body }) => {
  const userId = params.id ?? "";
  const changed =
    "role" in body
      ? await changePersonRole(actor, { userId, role: body.role })
      : await setPersonDisabled(actor, { userId, disabled: body.disabled });
  return changed.ok ? ok({ body: presentAccount(changed.value) }) : changed;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(update);
