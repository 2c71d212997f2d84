"use server";

import { drawQrCode, type QrCode } from "@/lib/auth/draw-qr-code";
import { type CurrentSession, findSession, type Step } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { passSecondFactor } from "@/lib/workflows/sign-in/pass-second-factor";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/workflows/sign-in/set-up-second-factor";

/** The session that asks, where its missing step is one of those that the action is for. */
async function sessionAt(...steps: (Step | null)[]): Promise<Result<CurrentSession, Failure>> {
  const session = await findSession();
  if (!session) return err({ kind: "unauthenticated", message: "You are signed out. Sign in again." });
  if (!steps.includes(session.missing))
    return err({ kind: "forbidden", message: "This cannot be done now. Reload the page." });
  return ok(session);
}

export async function passSecondFactorAction(input: { code: string }): Promise<Result<null, Failure>> {
  const session = await sessionAt("enter a code");
  if (!session.ok) return session;
  const { id: sessionId, person } = session.value;
  return passSecondFactor(person, input, { sessionId, now: new Date() });
}

export async function beginSecondFactorAction(): Promise<Result<{ secret: string; qr: QrCode }, Failure>> {
  const session = await sessionAt("set up a second factor", null);
  if (!session.ok) return session;
  const made = await beginSecondFactor(session.value.person);
  return made.ok ? ok({ secret: made.value.secret, qr: drawQrCode(made.value.address) }) : made;
}

export async function confirmSecondFactorAction(input: {
  code: string;
}): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  const session = await sessionAt("set up a second factor", null);
  if (!session.ok) return session;
  const { id: sessionId, person } = session.value;
  return confirmSecondFactor(person, input, { sessionId, now: new Date() });
}
