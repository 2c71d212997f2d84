"use server";

import { drawQrCode, type QrCode } from "@/lib/auth/draw-qr-code";
import { type CurrentSession, findSession, type Step } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { passSecondFactor } from "@/lib/workflows/sign-in/pass-second-factor";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/workflows/sign-in/set-up-second-factor";

const t = words("signIn");

/** The session of this request, if its missing step is one of `steps`. */
async function sessionAt(...steps: (Step | null)[]): Promise<Result<CurrentSession, Failure>> {
  const session = await findSession();
  if (!session) return err({ kind: "unauthenticated", message: t("error.signedOut") });
  if (!steps.includes(session.missing)) return err({ kind: "forbidden", message: t("secondFactor.notNow") });
  return ok(session);
}

export async function passSecondFactorAction(input: { code: string }): Promise<Result<null, Failure>> {
  const session = await sessionAt("enter-code");
  if (!session.ok) return session;
  const { id: sessionId, person } = session.value;
  return passSecondFactor(person, input, { sessionId, now: new Date() });
}

export async function beginSecondFactorAction(): Promise<Result<{ secret: string; qr: QrCode }, Failure>> {
  const session = await sessionAt("set-up-second-factor", null);
  if (!session.ok) return session;
  const created = await beginSecondFactor(session.value.person);
  return created.ok ? ok({ secret: created.value.secret, qr: drawQrCode(created.value.address) }) : created;
}

export async function confirmSecondFactorAction(input: {
  code: string;
}): Promise<Result<{ recoveryCodes: string[] }, Failure>> {
  const session = await sessionAt("set-up-second-factor", null);
  if (!session.ok) return session;
  const { id: sessionId, person } = session.value;
  return confirmSecondFactor(person, input, { sessionId, now: new Date() });
}
