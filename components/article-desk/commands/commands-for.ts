import type { Command } from "@/components/commands/command";
import { type Actor, isGuest } from "@/lib/policies/actor";

/** Guest reviewers can only read and comment. */
const GUEST_COMMANDS = ["comment", "next", "previous", "find", "focus"];

/** The commands that the actor can use. */
export function commandsFor(actor: Actor, commands: Command[]): Command[] {
  return isGuest(actor) ? commands.filter(({ id }) => GUEST_COMMANDS.includes(id)) : commands;
}
