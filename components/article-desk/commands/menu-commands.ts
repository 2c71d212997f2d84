import type { Command } from "@/components/commands/command";
import type { MenuGroup } from "@/components/ui/menu-button";
import { words } from "@/lib/words/words";

/** Entries that are commands of the same page under another id. */
const KNOWN = ["comments", "coverage"];

/**
 * What the article's menu offers and no command of the page does, for the command palette.
 * @param language of the labels, BCP 47
 */
export function menuCommands(
  groups: readonly MenuGroup[],
  commands: readonly Command[],
  language: string,
): Command[] {
  const t = words("articles", language);
  const known = new Set([...KNOWN, ...commands.map(({ id }) => id)]);
  return groups
    .flatMap(({ entries }) => entries)
    .filter(({ id }) => !known.has(id))
    .map((entry) => ({
      id: entry.id,
      label: t("command.page", { page: entry.label }),
      group: "Article",
      run: "href" in entry ? () => location.assign(entry.href) : entry.run,
    }));
}
