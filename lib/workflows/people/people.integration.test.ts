import { describe, expect, test } from "vitest";
import { findUser } from "@/lib/db/users";
import { makePerson, must, PASSWORD } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { signIn } from "@/lib/workflows/sign-in/sign-in";
import { changePassword, signOutEverywhere } from "./change-password";
import { createUser } from "./create-user";
import { ensureFirstAdministrator } from "./ensure-first-administrator";
import { acceptInvitation, findInvitation, invitePerson, revokeInvitation } from "./invitations";
import { changePersonRole, listPeople, setPersonDisabled } from "./people";

withTestDatabase();

const from = (address = crypto.randomUUID()) => ({ address });

describe("signing in", () => {
  test("a wrong password, an unknown address and a disabled person get the same answer", async () => {
    const person = await makePerson();
    const disabled = await makePerson();
    must(
      await setPersonDisabled(await makePerson({ role: "administrator" }), {
        userId: disabled.id,
        disabled: true,
      }),
    );
    const answers = await Promise.all([
      signIn({ email: person.email, password: "wrong", ...from() }),
      signIn({ email: "nobody@example.org", password: PASSWORD, ...from() }),
      signIn({ email: disabled.email, password: PASSWORD, ...from() }),
      signIn({ email: "", password: "", ...from() }),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(
      must(await signIn({ email: ` ${person.email.toUpperCase()} `, password: PASSWORD, ...from() })).id,
    ).toBe(person.id);
  });

  test("after ten wrong tries even the right password has to wait, and only for that person", async () => {
    const person = await makePerson();
    for (let tries = 0; tries < 10; tries++)
      await signIn({ email: person.email, password: "wrong", ...from() });
    expect(await signIn({ email: person.email, password: PASSWORD, ...from() })).toMatchObject({
      ok: false,
      error: { kind: "rate-limited", message: expect.stringContaining("minutes") },
    });
    must(await signIn({ email: (await makePerson()).email, password: PASSWORD, ...from() }));
  });
});

describe("sessions", () => {
  test.each([
    [
      "changing the password",
      async (person: Awaited<ReturnType<typeof makePerson>>) =>
        changePassword(person, { current: PASSWORD, next: "another good one" }),
    ],
    [
      "signing out everywhere",
      async (person: Awaited<ReturnType<typeof makePerson>>) => signOutEverywhere(person),
    ],
    [
      "being disabled",
      async (person: Awaited<ReturnType<typeof makePerson>>) =>
        setPersonDisabled(await makePerson({ role: "administrator" }), { userId: person.id, disabled: true }),
    ],
  ])("%s ends the sessions that there are", async (_, act) => {
    const person = await makePerson();
    const before = (await findUser(person.id))?.sessionEpoch ?? 0;
    expect((await act(person)).ok).toBe(true);
    expect((await findUser(person.id))?.sessionEpoch).toBeGreaterThan(before);
  });

  test.each([
    [{ current: "wrong", next: "another good one" }, /not your current/],
    [{ current: PASSWORD, next: "short" }, /fewer than 12/],
    [{ current: PASSWORD, next: PASSWORD }, /differs from your current/],
  ])("a new password: %j", async (change, message) => {
    expect(await changePassword(await makePerson(), change)).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(message) },
    });
  });
});

describe("people", () => {
  test("an invitation makes a person once", async () => {
    const administrator = await makePerson({ role: "administrator" });
    const email = `${crypto.randomUUID()}@example.org`;
    const { token } = must(await invitePerson(administrator, { email, name: "New Person", role: "checker" }));
    expect(await findInvitation(token)).toMatchObject({ email, state: "open" });
    expect(await acceptInvitation({ token, password: "short", address: "" })).toMatchObject({ ok: false });
    must(await acceptInvitation({ token, password: PASSWORD, address: "" }));
    expect(await acceptInvitation({ token, password: PASSWORD, address: "" })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("was used") },
    });
    expect(must(await signIn({ email, password: PASSWORD, ...from() })).role).toBe("checker");
    expect(await invitePerson(administrator, { email, name: "Again", role: "editor" })).toMatchObject({
      ok: false,
    });
  });

  test("a withdrawn invitation is useless", async () => {
    const administrator = await makePerson({ role: "administrator" });
    const { token, invitation } = must(
      await invitePerson(administrator, {
        email: `${crypto.randomUUID()}@example.org`,
        name: "X",
        role: "editor",
      }),
    );
    must(await revokeInvitation(administrator, { invitationId: invitation.id }));
    expect(await acceptInvitation({ token, password: PASSWORD, address: "" })).toMatchObject({ ok: false });
    expect(await acceptInvitation({ token: "nonsense", password: PASSWORD, address: "" })).toMatchObject({
      ok: false,
      error: { kind: "not-found" },
    });
  });

  test.each(["editor", "checker"] as const)("a %s cannot manage people", async (role) => {
    const actor = await makePerson({ role });
    const other = await makePerson();
    const refusals = await Promise.all([
      listPeople(actor),
      invitePerson(actor, { email: "x@example.org", name: "X", role: "editor" }),
      changePersonRole(actor, { userId: other.id, role: "administrator" }),
      setPersonDisabled(actor, { userId: other.id, disabled: true }),
    ]);
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });

  test("two administrators who disable each other at once: one stays", async () => {
    const [a, b] = [await makePerson({ role: "administrator" }), await makePerson({ role: "administrator" })];
    const results = await Promise.all([
      setPersonDisabled(a, { userId: b.id, disabled: true }),
      setPersonDisabled(b, { userId: a.id, disabled: true }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test("a registered address is not registered again", async () => {
    const person = await makePerson();
    expect(await createUser({ email: person.email, name: "X", role: "editor" })).toMatchObject({ ok: false });
    expect(await createUser({ email: "not an address", name: "X", role: "editor" })).toMatchObject({
      ok: false,
    });
  });

  test("the first administrator is made only where there is none", async () => {
    await makePerson({ role: "administrator" });
    expect((await ensureFirstAdministrator()).kind).toBe("password-changed");
  });
});
