import type { Command } from "@/components/commands/command";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";

/** Starts the tour. */
export function tourCommand(t: Translator<WordsKey<"tour">>, run: () => void): Command {
  return { id: "tour", label: t("start"), group: "View", run };
}
