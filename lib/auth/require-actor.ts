import { forbidden, redirect } from "next/navigation";
import { type Actor, type Role, STAFF_ROLES } from "@/lib/policies/actor";
import { findSession, type Step } from "./find-actor";

const pages: Record<Step, string> = {
  "enter-code": "/desk/second-factor",
  "choose-password": "/desk/change-password",
  "set-up-second-factor": "/desk/second-factor/set-up",
  "renew-guest-access": "/desk/access-ended",
};

/** The page of a step of signing in, which leads on to `next`. */
export function pageOfStep(step: Step | "sign-in", next: string): string {
  const page = step === "sign-in" ? "/desk/sign-in" : pages[step];
  return `${page}?next=${encodeURIComponent(next)}`;
}

/**
 * Who is acting, for pages of the desk. Visitors are sent to sign in, and whoever has a step of it before them to that; they come back
 * to `path` afterwards. Somebody whose role is not among `roles` gets a page that says so, with status 403: a page that is for guests as
 * well has to say so.
 */
export async function requireActor(path: string, roles: readonly Role[] = STAFF_ROLES): Promise<Actor> {
  const session = await findSession();
  if (!session) redirect(pageOfStep("sign-in", path));
  if (session.missing) redirect(pageOfStep(session.missing, path));
  if (!roles.includes(session.person.role)) forbidden();
  return session.person;
}
