import type { FixedShortcut } from "@/components/commands/command";
import { formatKeys } from "@/lib/personal/chord";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";

/** The shortcuts of the article page that work in one part of it only. */
export function fixedShortcuts(t: Translator<WordsKey<"articles">>): FixedShortcut[] {
  return [
    ["1 … 9", t("shortcuts.rate"), "single"],
    ["Enter", t("shortcuts.openClaim")],
    ["Shift + ← →", t("shortcuts.select")],
    ["Alt + 1 … 9", t("shortcuts.chooseVerdict")],
    [formatKeys("mod+enter"), t("shortcuts.saveForm")],
    ["↑ ↓", t("shortcuts.stepInList")],
  ];
}
