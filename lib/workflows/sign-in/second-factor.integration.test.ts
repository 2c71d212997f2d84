import { beforeEach, describe, expect, test } from "vitest";
import { codeAt } from "@/lib/credentials/one-time-codes";
import { findSecondFactor } from "@/lib/db/second-factors";
import { findLiveSession } from "@/lib/db/sessions";
import type { Actor } from "@/lib/policies/actor";
import { auditTrail } from "@/lib/testing/audit-trail";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getSecondFactorState } from "./get-second-factor";
import { passSecondFactor } from "./pass-second-factor";
import { removeSecondFactor } from "./remove-second-factor";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { resetSecondFactor, resetSecondFactorOf } from "./reset-second-factor";
import { beginSecondFactor, confirmSecondFactor } from "./set-up-second-factor";
import { startSession } from "./start-session";

process.env.NEXTAUTH_SECRET = "x".repeat(40);

withTestDatabase();

const START = new Date("2026-11-25T12:00:00Z");
/** A time some steps of 30 seconds after the first. */
const later = (steps: number) => new Date(START.getTime() + steps * 30_000);

async function open(person: Actor, now = START): Promise<string> {
  const visitor = { method: "password", device: "Firefox on Linux", address: "" } as const;
  return must(await startSession({ userId: person.id, ...visitor }, now)).id;
}

/** A person whose second factor is on, confirmed by the code of START. */
async function secured() {
  const person = await makePerson();
  const sessionId = await open(person);
  const { secret } = must(await beginSecondFactor(person));
  const given = { code: codeAt(secret, START) };
  const { recoveryCodes } = must(await confirmSecondFactor(person, given, { sessionId, now: START }));
  return { person, secret, recoveryCodes };
}

let it: Awaited<ReturnType<typeof secured>>;
beforeEach(async () => {
  it = await secured();
});

/** Gives a code in a new session. */
async function give(code: string, now: Date) {
  return passSecondFactor(it.person, { code }, { sessionId: await open(it.person, now), now });
}

describe("setting up", () => {
  test("a wrong code turns nothing on; ten codes come with the right one, and the session is whole", async () => {
    const person = await makePerson();
    const sessionId = await open(person);
    const { secret, address } = must(await beginSecondFactor(person));
    expect(address).toMatch(/^otpauth:\/\/totp\/Obelus/);
    const at = { sessionId, now: START };
    expect(await confirmSecondFactor(person, { code: "000000" }, at)).toMatchObject({ ok: false });
    expect(await getSecondFactorState(person)).toMatchObject({ on: false });
    const { recoveryCodes } = must(await confirmSecondFactor(person, { code: codeAt(secret, START) }, at));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await getSecondFactorState(person)).toEqual({ on: true, required: false, recoveryCodesLeft: 10 });
    expect((await findLiveSession(sessionId, START))?.session.secondFactorAt).not.toBeNull();
    expect(await beginSecondFactor(person)).toMatchObject({ ok: false });
  });

  test("the secret is stored sealed, and for its owner only", async () => {
    const row = await findSecondFactor(it.person.id);
    expect(row?.secret).not.toContain(it.secret);
    const { unseal } = await import("@/lib/credentials/seal");
    expect(unseal("second factor", it.person.id, row?.secret ?? "")).toBe(it.secret);
    expect(() => unseal("second factor", crypto.randomUUID(), row?.secret ?? "")).toThrow();
  });
});

describe("the second step", () => {
  test.each([
    ["the step before", 2, 1, true],
    ["this step", 2, 2, true],
    ["the next step", 2, 3, true],
    ["two steps before", 4, 2, false],
    ["two steps ahead", 2, 4, false],
    ["the step of the set-up, a replay", 0, 0, false],
  ])("a code of %s", async (_, now, codeOf, expected) => {
    expect((await give(codeAt(it.secret, later(codeOf)), later(now))).ok).toBe(expected);
  });

  test("no code is taken twice, nor an earlier one after it, also not by two at once", async () => {
    const code = codeAt(it.secret, later(5));
    const both = await Promise.all([give(code, later(5)), give(code, later(5))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await give(codeAt(it.secret, later(4)), later(5))).ok).toBe(false);
    expect((await give(codeAt(it.secret, later(6)), later(6))).ok).toBe(true);
  });

  test("a recovery code works once, however it is typed", async () => {
    const [code = ""] = it.recoveryCodes;
    expect((await give(` ${code.toUpperCase().replace("-", " ")} `, later(3))).ok).toBe(true);
    expect((await give(code, later(4))).ok).toBe(false);
    expect(await getSecondFactorState(it.person)).toMatchObject({ recoveryCodesLeft: 9 });
    const other = await secured();
    expect((await give(other.recoveryCodes[0] ?? "", later(4))).ok).toBe(false);
  });

  test("after ten wrong codes the right one has to wait", async () => {
    for (let i = 0; i < 10; i++) await give("000000", later(3));
    expect(await give(codeAt(it.secret, later(3)), later(3))).toMatchObject({
      ok: false,
      error: {
        kind: "rate-limited",
        message: expect.stringMatching(/^Too many attempts\. Wait \d+ minutes/),
      },
    });
    const failed = (await auditTrail(it.person.id)).filter(
      ({ action }) => action === "user.second-factor-failed",
    );
    expect(failed).toHaveLength(9);
  });
});

test("new recovery codes make the old ones void", async () => {
  const code = { code: codeAt(it.secret, later(3)) };
  const renewed = must(await renewRecoveryCodes(it.person, code, later(3)));
  expect((await give(it.recoveryCodes[0] ?? "", later(4))).ok).toBe(false);
  expect((await give(renewed.recoveryCodes[0] ?? "", later(4))).ok).toBe(true);
});

describe("taking it off", () => {
  test("takes a code", async () => {
    expect(await removeSecondFactor(it.person, { code: "000000" }, later(3))).toMatchObject({ ok: false });
    must(await removeSecondFactor(it.person, { code: codeAt(it.secret, later(3)) }, later(3)));
    expect(await getSecondFactorState(it.person)).toEqual({
      on: false,
      required: false,
      recoveryCodesLeft: 0,
    });
    expect((await auditTrail(it.person.id)).map(({ action }) => action)).toEqual([
      "user.sign-in",
      "user.set-second-factor",
      "user.second-factor-failed",
      "user.remove-second-factor",
    ]);
  });

  test("by an administrator, who is not the person, ends the sessions", async () => {
    const sessionId = await open(it.person, later(1));
    const given = { userId: it.person.id };
    expect(await resetSecondFactor(await makePerson({ role: "editor" }), given)).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
    must(await resetSecondFactor(await makePerson({ role: "administrator" }), given));
    expect(await getSecondFactorState(it.person)).toMatchObject({ on: false });
    expect(await findLiveSession(sessionId, later(1))).toBeNull();
  });

  test("by the command line", async () => {
    must(await resetSecondFactorOf(it.person.email.toUpperCase()));
    expect(await resetSecondFactorOf(it.person.email)).toMatchObject({ ok: false });
    expect(await resetSecondFactorOf("nobody@example.org")).toMatchObject({ ok: false });
  });
});
