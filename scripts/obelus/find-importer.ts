import type { Actor } from "../../lib/policies/actor";
import { CommandError } from "./command-error";

/**
 * The person that a command acts as: the one with an address, or the only administrator.
 * @throws CommandError if there is none
 */
export async function findImporter(email: string | undefined): Promise<Actor> {
  const { findUserByEmail, listUsers } = await import("../../lib/db/users");
  if (email) {
    const user = await findUserByEmail(email);
    if (!user || user.disabled)
      throw new CommandError(`No active user has the address ${email}. Check the address.`);
    return user;
  }
  const [only, another] = (await listUsers()).filter(
    (user) => user.role === "administrator" && !user.disabled,
  );
  if (!only || another)
    throw new CommandError("Choose who imports it: use --as with a user's email address.");
  return only;
}
