import { forbidden, redirect } from "next/navigation";
import type { Actor, Role } from "@/lib/policies/actor";
import { findActor } from "./find-actor";

/**
 * Who is acting, for pages of the desk. Visitors are sent to sign in and come back to `path` afterwards; somebody whose role is
 * not among `roles` gets a page that says so, with status 403.
 */
export async function requireActor(path: string, roles?: readonly Role[]): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(`/desk/sign-in?next=${encodeURIComponent(path)}`);
  if (actor.mustChangePassword) redirect(`/desk/change-password?next=${encodeURIComponent(path)}`);
  if (roles && !roles.includes(actor.role)) forbidden();
  const { id, name, email, role } = actor;
  return { id, name, email, role };
}
