import { expect, test } from "vitest";
import { findUser } from "@/lib/db/users";
import { auditTrail } from "@/lib/testing/audit-trail";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { renewPassword, renewPasswordOf } from "./renew-password";
import { signIn } from "./sign-in";

withTestDatabase();

const NOW = new Date("2026-11-30T12:00:00Z");

test("a one-time password replaces the forgotten one, and must be changed", async () => {
  const [administrator, person] = [await makePerson({ role: "administrator" }), await makePerson()];
  const input = { userId: person.id };
  const byEditor = await renewPassword(await makePerson({ role: "editor" }), input, NOW);
  expect(byEditor).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  const { password } = must(await renewPassword(administrator, input, NOW));
  const user = must(await signIn({ email: person.email, password, address: "" }));
  expect(user.id).toBe(person.id);
  expect(await findUser(person.id)).toMatchObject({ mustChangePassword: true });
  expect((await auditTrail(person.id)).at(-1)).toMatchObject({ action: "user.renew-password" });
});

test("by the command line", async () => {
  const person = await makePerson();
  const { password } = must(await renewPasswordOf(person.email.toUpperCase(), NOW));
  expect(password).toMatch(/^([a-z0-9]{5}-){3}[a-z0-9]{5}$/);
  expect(await renewPasswordOf("nobody@example.org", NOW)).toMatchObject({ ok: false });
});
