import { type Actor, isGuest } from "@/lib/policies/actor";
import type { DeskCommand } from "./desk-command";

/** Guest reviewers can only read and comment. */
const GUEST_COMMANDS = ["comment", "next", "previous", "find", "focus", "palette", "keys"];

/** The commands that the actor can use. */
export function commandsFor(actor: Actor, commands: DeskCommand[]): DeskCommand[] {
  return isGuest(actor) ? commands.filter(({ id }) => GUEST_COMMANDS.includes(id)) : commands;
}
