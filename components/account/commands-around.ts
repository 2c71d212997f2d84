import type { EveryCommand } from "@/components/commands/every-command";
import type { CommandsAround } from "@/components/commands/shortcut-row";
import type { Actor } from "@/lib/policies/actor";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";
import { type Catalogue, commandCatalogue } from "./command-catalogue";

/** What can have the keys of a command that is there on a page or on all pages, and when. @param language BCP 47 */
export function commandsAround({ ofChecklist, parts }: Catalogue, language: string): CommandsAround[] {
  const t = words("shortcuts", language);
  return [
    { where: t("whileChecklist"), commands: ofChecklist, wins: false },
    ...parts.map(({ part, commands }) => ({ where: t(`part.${part}`), commands, wins: true })),
  ];
}

/** All commands that a key can be in conflict with, on any page. @param language BCP 47 */
export function everyCommand(actor: Actor, ratings: readonly Rating[], language: string): EveryCommand {
  const catalogue = commandCatalogue(actor, ratings, language);
  return { commands: catalogue.commands, around: commandsAround(catalogue, language) };
}
