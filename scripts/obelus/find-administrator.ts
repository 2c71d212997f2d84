import type { Actor } from "../../lib/policies/actor";
import { CommandError } from "./command-error";

/** The command line acts as the first administrator: who can run it can read the database as well. Call it inside `withDatabase`. */
export async function findAdministrator(): Promise<Actor> {
  const { findFirstAdministratorId, findUser } = await import("../../lib/db/users");
  const id = await findFirstAdministratorId();
  const user = id === null ? null : await findUser(id);
  if (!user) throw new CommandError("There is no administrator yet. Start Obelus once: npm start");
  return user;
}
