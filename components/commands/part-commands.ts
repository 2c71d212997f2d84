import { type WordsKey, words } from "@/lib/words/words";
import type { Command } from "./command";

/** Parts of pages with keys of their own, which work while the part has the focus. */
export const COMMAND_PARTS = ["list", "watching", "form"] as const;
export type CommandPart = (typeof COMMAND_PARTS)[number];

type Entry = readonly [id: string, label: WordsKey<"shortcuts">, keys: string];

const entries: Record<Exclude<CommandPart, "form">, readonly Entry[]> = {
  list: [
    ["list-next", "part.list.next", "j"],
    ["list-previous", "part.list.previous", "k"],
  ],
  watching: [
    ["watching-confirm", "part.watching.confirm", "y"],
    ["watching-reopen", "part.watching.reopen", "r"],
    ["watching-change", "part.watching.change", "d"],
  ],
};

/** The command of a claim's form that chooses the verdict with a number, from 1 to 9. */
export const verdictCommandId = (number: number) => `form-verdict-${number}`;
export const MORE_FIELDS_COMMAND_ID = "form-more";

/**
 * The commands of a part, with their default keys. What they do is up to the part, which asks `usePartKeys`.
 * @param language of the labels, BCP 47
 */
export function partCommands(part: CommandPart, language: string): Command[] {
  const t = words("shortcuts", language);
  const command = (id: string, label: string, keys: string): Command => ({
    id,
    label,
    group: "View",
    keys,
    run: () => undefined,
  });
  if (part !== "form") return entries[part].map(([id, label, keys]) => command(id, t(label), keys));
  return [
    ...Array.from({ length: 9 }, (_, index) =>
      command(verdictCommandId(index + 1), t("part.form.verdict", { number: index + 1 }), `alt+${index + 1}`),
    ),
    command(MORE_FIELDS_COMMAND_ID, t("part.form.more"), "alt+0"),
  ];
}
