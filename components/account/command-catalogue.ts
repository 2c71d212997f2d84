import { checklistCommands } from "@/components/article-desk/checklist/checklist-commands";
import type { Checklist } from "@/components/article-desk/checklist/create-checklist";
import { commandsFor } from "@/components/article-desk/commands/commands-for";
import { type CommandHandlers, deskCommands } from "@/components/article-desk/commands/desk-commands";
import { fixedShortcuts } from "@/components/article-desk/commands/fixed-shortcuts";
import type { Command, FixedShortcut } from "@/components/commands/command";
import { everywhereCommands } from "@/components/commands/everywhere-commands";
import { COMMAND_PARTS, type CommandPart, partCommands } from "@/components/commands/part-commands";
import { tourCommand, tourReturnCommand } from "@/components/tour/tour-command";
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
    claim,
    whyNot: () => null,
    adjusted: null,
    focused: false,
    links: [],
  };
  return new Proxy(handlers, {
    get: (known, name: keyof CommandHandlers) => (name in known ? known[name] : nothing),
  }) as CommandHandlers;
}

/** The checklist, whose commands are listed, not run. */
const noChecklist = new Proxy({}, { get: () => nothing }) as Checklist;

/** The commands of all pages, with their default keys. */
export interface Catalogue {
  commands: Command[];
  /** Those that act on the items of the checklist while it is open. Their keys can be those of others. */
  ofChecklist: Command[];
  /** Those of parts of pages, which run while the part has the focus. */
  parts: { part: CommandPart; commands: Command[] }[];
  fixed: FixedShortcut[];
}

/**
 * Every command of the desk that this person can have, with its default keys, and the shortcuts that can't be changed.
 * @param ratings of the scale that verdicts are listed for
 * @param language BCP 47
 */
export function commandCatalogue(actor: Actor, ratings: readonly Rating[], language: string): Catalogue {
  const forStaff = isGuest(actor)
    ? []
    : [
        ...checklistCommands(noChecklist, false, language),
        tourCommand(words("tour", language), nothing),
        tourReturnCommand(words("tour", language), nothing),
      ];
  return {
    commands: [
      ...commandsFor(actor, deskCommands(everythingPossible(ratings))),
      ...forStaff,
      ...everywhereCommands(actor, words("commands", language), nothing),
    ],
    parts: (isGuest(actor) ? (["list"] as const) : COMMAND_PARTS).map((part) => ({
      part,
      commands: partCommands(part, language),
    })),
    ofChecklist: isGuest(actor) ? [] : checklistCommands(noChecklist, true, language),
    fixed: fixedShortcuts(words("articles", language), words("claimForm", language)),
  };
}
