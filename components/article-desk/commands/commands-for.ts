import { type Actor, isGuest } from "@/lib/policies/actor";
import type { DeskCommand } from "./desk-command";

/** What a guest reviewer does on the article's page: read, and comment. */
const OF_GUESTS = ["comment", "next", "previous", "find", "focus", "palette", "keys"];

/** The commands that are for somebody. */
export function commandsFor(actor: Actor, commands: DeskCommand[]): DeskCommand[] {
  return isGuest(actor) ? commands.filter(({ id }) => OF_GUESTS.includes(id)) : commands;
}
