import { useContext, useMemo } from "react";
import { LanguageContext } from "@/components/words/use-words";
import { findByKeys, type KeyPress } from "@/lib/personal/chord";
import { withShortcuts } from "@/lib/personal/shortcuts";
import { type CommandPart, partCommands } from "./part-commands";
import { useShortcuts } from "./shortcuts-context";

/**
 * The keys of a part of the page, as this person has them.
 * @returns which of its commands a key press runs; null for none
 */
export function usePartKeys(part: CommandPart): (event: KeyPress) => string | null {
  const language = useContext(LanguageContext);
  const { shortcuts } = useShortcuts();
  return useMemo(() => {
    const commands = withShortcuts(partCommands(part, language), shortcuts);
    return (event) => findByKeys(commands, event)?.id ?? null;
  }, [part, language, shortcuts]);
}
