import { findCredentials, listUsers } from "@/lib/db/users";
import { createUser } from "./create-user";

/** Email address of a new installation's first administrator. */
const FIRST_ADMIN_EMAIL = "admin@obelus.localhost";

export type FirstAdministrator =
  | { kind: "created"; email: string; password: string }
  /** Created earlier; the one-time password has not been changed yet. */
  | { kind: "unused" }
  /** They changed the one-time password, or no longer exist: another administrator does. */
  | { kind: "password-changed" };

/** Creates the first administrator if there is none. */
export async function ensureFirstAdministrator(): Promise<FirstAdministrator> {
  const users = await listUsers();
  if (!users.some((user) => user.role === "administrator")) {
    const made = await createUser({ email: FIRST_ADMIN_EMAIL, name: "Administrator", role: "administrator" });
    if (made.ok) return { kind: "created", email: FIRST_ADMIN_EMAIL, password: made.value.password };
    throw new Error(made.error.message);
  }
  const first = await findCredentials(FIRST_ADMIN_EMAIL);
  return first?.user.mustChangePassword ? { kind: "unused" } : { kind: "password-changed" };
}
