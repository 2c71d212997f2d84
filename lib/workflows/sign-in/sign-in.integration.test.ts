import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { countEvent, forgetEventsOver } from "@/lib/db/rate-limits";
import { findLiveSession, listSessions } from "@/lib/db/sessions";
import { findUser, findUserByEmail } from "@/lib/db/users";
import type { Env } from "@/lib/env";
import type { Actor } from "@/lib/policies/actor";
import { auditTrail } from "@/lib/testing/audit-trail";
import { makePerson, must, PASSWORD } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import {
  admitExternal,
  type ExternalPerson,
  listOwnIdentities,
  unlinkIdentity,
} from "@/lib/workflows/people/admit-external";
import { acceptInvitation, invitePerson } from "@/lib/workflows/people/invitations";
import {
  findMailLink,
  mailLink,
  requestMailLink,
  resetPassword,
  signInByMailLink,
} from "@/lib/workflows/people/mail-links";
import { setPersonDisabled } from "@/lib/workflows/people/people";
import { endSession, endSessionsOf, revokeOtherSessions, revokeSession } from "./sessions";
import { REFUSAL_DURATION_MS, signIn } from "./sign-in";
import { getSignInPolicy, setSignInPolicy } from "./sign-in-policy";
import { startSession } from "./start-session";

const { delivered, settings } = vi.hoisted(() => ({
  delivered: [] as { to: string; text: string }[],
  settings: { signIn: {} as Partial<Env["signIn"]> },
}));
vi.mock("@/lib/env", async (load) => {
  const real = await load<typeof import("@/lib/env")>();
  return {
    ...real,
    env: (): Env => {
      const env = real.parseEnv({
        ...process.env,
        NEXTAUTH_SECRET: "x".repeat(40),
        SMTP_URL: "smtp://127.0.0.1:9",
        MAIL_FROM: "desk@example.org",
      });
      return { ...env, signIn: { ...env.signIn, ...settings.signIn } };
    },
  };
});
vi.mock("@/lib/mail/deliver-mail", () => ({
  deliverMail: async (mail: { to: string; text: string }) => void delivered.push(mail),
}));

withTestDatabase();
let firstAdministrator: Actor;
beforeAll(async () => {
  firstAdministrator = await makePerson({ role: "administrator" });
});
beforeEach(() => {
  settings.signIn = {};
});

const NOW = new Date("2026-11-25T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const address = "192.0.2.1";
const actions = async (id: string) => (await auditTrail(id)).map(({ action }) => action);
const provider = {
  id: "oidc",
  name: "Newsroom ID",
  issuer: "https://id.example.org",
  clientId: "c",
  clientSecret: "s",
} as const;

function external(change: Partial<ExternalPerson> = {}): ExternalPerson {
  return {
    method: "oidc",
    issuer: provider.issuer,
    subject: crypto.randomUUID(),
    email: `${crypto.randomUUID()}@example.org`,
    emailVerified: true,
    ...change,
  };
}

describe("passwords", () => {
  test("a failure is noted without the password, and too many have to wait, in words", async () => {
    const person = await makePerson();
    const attempt = (password: string) => signIn({ email: person.email, password, address });
    for (let i = 0; i < 10; i++) expect(await attempt("hunter2hunter2")).toMatchObject({ ok: false });
    expect(await attempt(PASSWORD)).toMatchObject({
      ok: false,
      error: { kind: "rate-limited", message: expect.stringMatching(/Wait \d+ minutes and try again\.$/) },
    });
    const trail = await auditTrail(person.id);
    expect(trail.map(({ action }) => action)).toEqual(Array(10).fill("user.sign-in-failed"));
    expect(JSON.stringify(trail)).not.toContain("hunter2");
  });

  test.each([
    ["of a known address", async () => (await makePerson()).email],
    ["of an unknown one", async () => `${crypto.randomUUID()}@example.org`],
  ])("a refusal %s says as little by its time as by its words", async (_, someone) => {
    const email = await someone();
    const began = performance.now();
    expect(await signIn({ email, password: "hunter2hunter2", address })).toMatchObject({
      ok: false,
      error: {
        kind: "invalid",
        message: "The email address or the password is wrong. Check both and try again.",
      },
    });
    // Node's timers may come a millisecond early.
    expect(performance.now() - began).toBeGreaterThan(REFUSAL_DURATION_MS - 2);
  });

  test("what succeeds does not count against an address that many share", async () => {
    const person = await makePerson();
    for (let i = 0; i < 12; i++)
      must(await signIn({ email: person.email, password: PASSWORD, address: "192.0.2.7" }));
  });

  test("tries are forgotten when their time is over, and not before", async () => {
    await countEvent("sign-in:email:over@example.org", 0);
    await countEvent("sign-in:email:under-way@example.org", 60);
    expect(await forgetEventsOver()).toBe(1);
    expect(await countEvent("sign-in:email:under-way@example.org", 60)).toMatchObject({ count: 2 });
  });

  test("when they are off, only the first administrator has one, and an invitation takes none", async () => {
    const admin = firstAdministrator;
    const editor = await makePerson();
    expect(await setSignInPolicy(admin, { passwordsOff: true, secondFactorRequired: false })).toMatchObject({
      ok: false,
    });
    settings.signIn = { providers: [provider] };
    must(await setSignInPolicy(admin, { passwordsOff: true, secondFactorRequired: false }));
    expect(await signIn({ email: editor.email, password: PASSWORD, address })).toMatchObject({ ok: false });
    must(await signIn({ email: admin.email, password: PASSWORD, address }));
    const invited = { email: `${crypto.randomUUID()}@example.org`, name: "Nia", role: "editor" } as const;
    const { token } = must(await invitePerson(admin, invited));
    expect(await acceptInvitation({ token, password: PASSWORD, address })).toMatchObject({ ok: false });
    settings.signIn = {};
    // Without a provider, no one could sign in.
    expect(await getSignInPolicy()).toMatchObject({ passwordsOff: false });
    must(await signIn({ email: editor.email, password: PASSWORD, address }));
    must(await setSignInPolicy(admin, { passwordsOff: false, secondFactorRequired: false }));
  });

  test("the later of two administrators sees what the earlier one chose", async () => {
    const admin = firstAdministrator;
    const from = { passwordsOff: false, secondFactorRequired: false };
    const chosen = { ...from, secondFactorRequired: true, from };
    must(await setSignInPolicy(admin, chosen));
    must(await setSignInPolicy(admin, chosen));
    settings.signIn = { providers: [provider] };
    expect(await setSignInPolicy(admin, { ...from, passwordsOff: true, from })).toMatchObject({
      ok: false,
      error: { kind: "stale", current: { secondFactorRequired: true } },
    });
    settings.signIn = {};
    must(await setSignInPolicy(admin, from));
  });

  test("only administrators choose how people sign in", async () => {
    expect(
      await setSignInPolicy(await makePerson(), { passwordsOff: false, secondFactorRequired: true }),
    ).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });
});

describe("providers", () => {
  test.each([
    ["nobody knows", external(), "unknown"],
    ["whose address is not verified", external({ emailVerified: false }), "unverified"],
    ["without an address", external({ email: null }), "unverified"],
  ] as const)("a person %s is not admitted or registered", async (_, person, kind) => {
    expect(await admitExternal(person, NOW)).toEqual({ kind });
    if (person.email) expect(await findUserByEmail(person.email)).toBeNull();
  });

  test("an unverified address of a registered person admits no one", async () => {
    const { email } = await makePerson();
    expect(await admitExternal(external({ email, emailVerified: false }), NOW)).toEqual({
      kind: "unverified",
    });
  });

  test("the first time by a verified address, then by subject whatever the address", async () => {
    const person = await makePerson();
    const first = external({ email: person.email.toUpperCase() });
    const admitted = { kind: "admitted", userId: person.id };
    expect(await admitExternal(first, NOW)).toEqual(admitted);
    const moved = { ...first, email: "new@example.org", emailVerified: false };
    expect(await admitExternal(moved, NOW)).toEqual(admitted);
    expect(await actions(person.id)).toEqual(["user.link-provider"]);
    // Another account with the same address, and the same subject of another issuer.
    expect(await admitExternal(external({ email: person.email }), NOW)).toEqual({ kind: "tied-otherwise" });
    const elsewhere = { ...first, issuer: "https://other.example.org", email: "eve@example.org" };
    expect(await admitExternal(elsewhere, NOW)).toEqual({ kind: "unknown" });
    const [tie] = await listOwnIdentities(person);
    for (const identityId of ["x", { not: "x" }, [tie?.id]])
      expect(await unlinkIdentity(person, { identityId: identityId as string })).toMatchObject({ ok: false });
    must(await unlinkIdentity(person, { identityId: tie?.id ?? "" }));
    expect(await admitExternal(moved, NOW)).toEqual({ kind: "unverified" });
  });

  test("an invitation is accepted, with its role, once", async () => {
    const admin = await makePerson({ role: "administrator" });
    const person = external();
    const email = person.email ?? "";
    const { invitation } = must(await invitePerson(admin, { email, name: "Nia", role: "checker" }));
    for (let i = 0; i < 2; i++) expect(await admitExternal(person, NOW)).toMatchObject({ kind: "admitted" });
    const user = await findUserByEmail(email);
    expect(user).toMatchObject({ name: "Nia", role: "checker" });
    expect(await actions(invitation.id)).toEqual(["invitation.create", "invitation.accept"]);
  });

  test("a disabled person is not admitted, by subject or address", async () => {
    const admin = await makePerson({ role: "administrator" });
    const person = await makePerson();
    const known = external({ email: person.email });
    await admitExternal(known, NOW);
    must(await setPersonDisabled(admin, { userId: person.id, disabled: true }));
    expect(await admitExternal(known, NOW)).toEqual({ kind: "disabled" });
    const other = external({ email: person.email, issuer: "https://accounts.google.com" });
    expect(await admitExternal(other, NOW)).toEqual({ kind: "disabled" });
  });
});

describe("mailed links", () => {
  /** The token of the newest link to an address. */
  async function linkTo(email: string, purpose: "sign_in" | "reset"): Promise<string> {
    await mailLink({ email, purpose }, NOW);
    const text = delivered.findLast(({ to }) => to === email)?.text ?? "";
    return /\/desk\/sign-in\/(?:link|reset)\/(\S+)/.exec(text)?.[1] ?? "";
  }

  test("the answer is the same for an unknown address, and nothing is mailed there", async () => {
    const person = await makePerson();
    const unknown = `${crypto.randomUUID()}@example.org`;
    for (const email of [person.email, unknown])
      expect(await requestMailLink({ email, purpose: "sign_in", address })).toEqual({
        ok: true,
        value: null,
      });
    await mailLink({ email: unknown, purpose: "sign_in" }, NOW);
    expect(delivered.filter(({ to }) => to === unknown)).toEqual([]);
    for (let i = 0; i < 5; i++) await requestMailLink({ email: unknown, purpose: "sign_in", address });
    expect(await requestMailLink({ email: unknown, purpose: "sign_in", address })).toMatchObject({
      ok: false,
      error: { kind: "rate-limited" },
    });
  });

  test("a link works once, is not used up by looking, and not for anything else", async () => {
    const person = await makePerson();
    const token = await linkTo(person.email, "sign_in");
    for (let i = 0; i < 3; i++)
      expect(await findMailLink(token, "sign_in", minutesLater(1))).toEqual({ email: person.email });
    expect(await findMailLink(token, "reset", minutesLater(1))).toBeNull();
    expect(
      await resetPassword({ token, password: "another password", address }, minutesLater(1)),
    ).toMatchObject({
      ok: false,
    });
    const uses = await Promise.all([1, 2].map(() => signInByMailLink({ token, address }, minutesLater(14))));
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findMailLink(token, "sign_in", minutesLater(14))).toBeNull();
  });

  test.each([
    ["after 15 minutes", async () => minutesLater(15)],
    [
      "of a disabled person",
      async (id: string) => {
        const admin = await makePerson({ role: "administrator" });
        must(await setPersonDisabled(admin, { userId: id, disabled: true }));
        return minutesLater(1);
      },
    ],
  ])("a link %s does not sign anyone in", async (_, prepare) => {
    const person = await makePerson();
    const token = await linkTo(person.email, "sign_in");
    expect(await signInByMailLink({ token, address }, await prepare(person.id))).toMatchObject({ ok: false });
  });

  test("a reset changes the password, ends every session, and voids other links", async () => {
    const person = await makePerson();
    const visitor = { method: "password", device: "", address } as const;
    const session = must(await startSession({ userId: person.id, ...visitor }, NOW));
    const other = await linkTo(person.email, "sign_in");
    const token = await linkTo(person.email, "reset");
    const password = "another password of mine";
    expect(await resetPassword({ token, password: "short", address }, minutesLater(1))).toMatchObject({
      ok: false,
    });
    must(await resetPassword({ token, password, address }, minutesLater(1)));
    expect(await findLiveSession(session.id, minutesLater(1))).toBeNull();
    expect(await signInByMailLink({ token: other, address }, minutesLater(2))).toMatchObject({ ok: false });
    expect(await resetPassword({ token, password, address }, minutesLater(2))).toMatchObject({ ok: false });
    expect(await signIn({ email: person.email, password: PASSWORD, address })).toMatchObject({ ok: false });
    must(await signIn({ email: person.email, password, address }));
  });
});

describe("sessions", () => {
  const visitor = { method: "password", device: "Firefox on Linux", address } as const;
  const live = async (userId: string) => (await listSessions(userId, minutesLater(1))).map(({ id }) => id);

  test("one can be ended, or all others, but not another person's", async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const open = async (userId: string) => must(await startSession({ userId, ...visitor }, NOW)).id;
    const [a, b, c, d] = [
      await open(person.id),
      await open(person.id),
      await open(person.id),
      await open(person.id),
    ];
    expect(await revokeSession(other, { sessionId: a }, NOW)).toMatchObject({ ok: false });
    must(await revokeSession(person, { sessionId: a }, NOW));
    expect(await revokeSession(person, { sessionId: a }, NOW)).toMatchObject({ ok: false });
    expect((await live(person.id)).sort()).toEqual([b, c, d].sort());
    await endSession(person.id, d, NOW);
    expect(must(await revokeOtherSessions(person, b, NOW))).toEqual({ count: 1 });
    expect(await live(person.id)).toEqual([b]);
    expect((await actions(person.id)).slice(4)).toEqual([
      "user.revoke-session",
      "user.sign-out",
      "user.revoke-other-sessions",
    ]);
  });

  test("an administrator can end all sessions of a person", async () => {
    const person = await makePerson();
    must(await startSession({ userId: person.id, ...visitor }, NOW));
    expect(await endSessionsOf(await makePerson(), { userId: person.id })).toMatchObject({ ok: false });
    must(await endSessionsOf(await makePerson({ role: "administrator" }), { userId: person.id }));
    expect(await live(person.id)).toEqual([]);
    expect((await findUser(person.id))?.sessionEpoch).toBe(1);
  });

  test("a session is over after two weeks", async () => {
    const person = await makePerson();
    const { id } = must(await startSession({ userId: person.id, ...visitor }, NOW));
    const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
    expect(await findLiveSession(id, days(13))).not.toBeNull();
    expect(await findLiveSession(id, days(14))).toBeNull();
  });
});
