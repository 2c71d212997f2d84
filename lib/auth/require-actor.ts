import { forbidden, redirect } from "next/navigation";
import { type Actor, type Role, STAFF_ROLES } from "@/lib/policies/actor";
import { findSession, type Step } from "./find-actor";
import { requestDateStyle } from "./request-dates";

const pages: Record<Step, string> = {
  "enter-code": "/desk/second-factor",
  "choose-password": "/desk/change-password",
  "set-up-second-factor": "/desk/second-factor/set-up",
  "renew-guest-access": "/desk/access-ended",
};

/** The page of a sign-in step, which continues to `next`. */
export function pageOfStep(step: Step | "sign-in", next: string): string {
  const page = step === "sign-in" ? "/desk/sign-in" : pages[step];
  return `${page}?next=${encodeURIComponent(next)}`;
}

/**
 * The actor, for pages of the desk. Visitors are redirected to sign in or to their next sign-in step, and return to `path` afterwards. Other
 * roles than `roles` get a 403 page; a page for guests must list them.
 */
export async function requireActor(path: string, roles: readonly Role[] = STAFF_ROLES): Promise<Actor> {
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", path));
  if (session.missing) redirect(pageOfStep(session.missing, path));
  if (!roles.includes(session.person.role)) forbidden();
  return { ...session.person, dates: await requestDateStyle() };
}
