import type { Actor } from "@/lib/policies/actor";
import type { Translator } from "@/lib/words/translator";
import { type WordsKey, words } from "@/lib/words/words";
import type { Command } from "./command";
import { guideLinks, pageLinks } from "./page-links";

/** The commands that every page of the desk has. @param open opens the palette or the list of shortcuts */
export function everywhereCommands(
  actor: Actor,
  t: Translator<WordsKey<"commands">>,
  open: (dialog: "palette" | "keys") => void,
): Command[] {
  return [
    {
      id: "palette",
      label: t("palette.open"),
      group: "View",
      keys: "mod+k",
      anywhere: true,
      run: () => open("palette"),
    },
    { id: "keys", label: t("shortcuts.title"), group: "View", keys: "?", run: () => open("keys") },
    ...pageLinks(actor, t),
    ...guideLinks(words("guide")),
  ];
}
