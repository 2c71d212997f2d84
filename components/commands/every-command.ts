import type { Command } from "./command";
import type { CommandsAround } from "./shortcut-row";

/** All commands that a key can be in conflict with, on any page, with their default keys. */
export interface EveryCommand {
  /** Those that must not share a key. */
  commands: readonly Command[];
  /** Those that can, because they are there at other times or in a part of a page. */
  around: readonly CommandsAround[];
}

/** Loads them when they are needed: a page has only its own. @param language of their labels, BCP 47 */
export type LoadEveryCommand = (language: string) => Promise<EveryCommand>;
