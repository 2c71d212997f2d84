import type { Command } from "@/components/commands/command";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";

/** Starts the tour. */
export function tourCommand(t: Translator<WordsKey<"tour">>, run: () => void): Command {
  return { id: "tour", label: t("start"), group: "View", run };
}

/** Moves the focus from the page back to the panel of the tour that is running. */
export function tourReturnCommand(t: Translator<WordsKey<"tour">>, run: () => void): Command {
  return { id: "tour-return", label: t("return"), group: "View", run };
}
