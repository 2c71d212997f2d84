import { findCredentials, listUsers } from "@/lib/db/users";
import { createUser } from "./create-user";

/** Address of the administrator that a new installation begins with. */
const FIRST = "admin@obelus.localhost";

export type FirstAdministrator =
  | { kind: "created"; email: string; password: string }
  /** Made earlier, and the one-time password was not changed yet. */
  | { kind: "unused" }
  | { kind: "settled" };

/** Makes the first administrator where no administrator is registered. */
export async function ensureFirstAdministrator(): Promise<FirstAdministrator> {
  const users = await listUsers();
  if (!users.some((user) => user.role === "administrator")) {
    const made = await createUser({ email: FIRST, name: "Administrator", role: "administrator" });
    if (made.ok) return { kind: "created", email: FIRST, password: made.value.password };
    throw new Error(made.error.message);
  }
  const first = await findCredentials(FIRST);
  return first?.user.mustChangePassword ? { kind: "unused" } : { kind: "settled" };
}
