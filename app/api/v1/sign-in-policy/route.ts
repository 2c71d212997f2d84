import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/sign-in-policy";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentSignInPolicy, signInPolicyRevision } from "@/lib/api/presenters/desk/present-sign-in-policy";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { readSignInPolicy, type SignInWays, setSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";

const present = (ways: SignInWays) =>
  ok({ body: presentSignInPolicy(ways), headers: { etag: etagOf(signInPolicyRevision(ways)) } });

const get = endpoint(operations.getSignInPolicy, async ({ actor }) => {
  const found = await readSignInPolicy(actor);
  return found.ok ? present(found.value) : found;
});

const update = endpoint(operations.updateSignInPolicy, async ({ actor, body, precondition }) => {
  const before = await readSignInPolicy(actor);
  if (!before.ok) return before;
  const met = checkPrecondition(
    precondition,
    signInPolicyRevision(before.value),
    presentSignInPolicy(before.value),
  );
  if (!met.ok) return met;
  const { secondFactorRequired, passwordsOff } = before.value;
  const from = { secondFactorRequired, passwordsOff };
  const changed = await setSignInPolicy(actor, {
    secondFactorRequired: body.secondFactorRequired ?? secondFactorRequired,
    passwordsOff: body.passwordsOff ?? passwordsOff,
    from,
  });
  if (!changed.ok) return changed;
  const after = await readSignInPolicy(actor);
  return after.ok ? present(after.value) : after;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
