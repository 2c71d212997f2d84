import type { FixedShortcut } from "@/components/commands/command";
import { formatKeys } from "@/lib/personal/chord";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";

/** The shortcuts of the article page that work in one part of it only. @param formWords of the claim form */
export function fixedShortcuts(
  t: Translator<WordsKey<"articles">>,
  formWords: Translator<WordsKey<"claimForm">>,
): FixedShortcut[] {
  return [
    ["1 … 9", t("shortcuts.rate"), "single"],
    ["Enter", t("shortcuts.openClaim")],
    ["Shift + ← →", t("shortcuts.select")],
    ["1 … 9 ", formWords("shortcuts.verdict"), "single"],
    ["0", formWords("shortcuts.more"), "single"],
    ["S, R, C", formWords("shortcuts.stance"), "single"],
    [formatKeys("mod+v"), formWords("shortcuts.paste")],
    [formatKeys("mod+enter"), t("shortcuts.saveForm")],
    ["Escape", formWords("shortcuts.close")],
    ["↑ ↓", t("shortcuts.stepInList")],
  ];
}
