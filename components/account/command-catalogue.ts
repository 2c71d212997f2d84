import { commandsFor } from "@/components/article-desk/commands/commands-for";
import { type CommandHandlers, deskCommands } from "@/components/article-desk/commands/desk-commands";
import { fixedShortcuts } from "@/components/article-desk/commands/fixed-shortcuts";
import type { Command, FixedShortcut } from "@/components/commands/command";
import { everywhereCommands } from "@/components/commands/everywhere-commands";
import { tourCommand } from "@/components/tour/tour-command";
import type { Claim } from "@/lib/claims/claim";
import { type Actor, isGuest } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";

const nothing = () => undefined;

/** The article page with a claim open that everything can be done to. Its commands are listed, not run. */
function everythingPossible(ratings: readonly Rating[]): CommandHandlers {
  const claim = { state: "draft" } as Claim;
  const handlers: Partial<CommandHandlers> = {
    ratings,
    selected: claim,
    movable: claim,
    adjusted: null,
    focused: false,
    links: [],
  };
  return new Proxy(handlers, {
    get: (known, name: keyof CommandHandlers) => (name in known ? known[name] : nothing),
  }) as CommandHandlers;
}

/**
 * Every command of the desk that this person can have, with its default keys, and the shortcuts that can't be changed.
 * @param ratings of the scale that verdicts are listed for
 * @param language BCP 47
 */
export function commandCatalogue(
  actor: Actor,
  ratings: readonly Rating[],
  language: string,
): { commands: Command[]; fixed: FixedShortcut[] } {
  return {
    commands: [
      ...commandsFor(actor, deskCommands(everythingPossible(ratings))),
      ...(isGuest(actor) ? [] : [tourCommand(words("tour", language), nothing)]),
      ...everywhereCommands(actor, words("commands", language), nothing),
    ],
    fixed: fixedShortcuts(words("articles", language), words("claimForm", language)),
  };
}
