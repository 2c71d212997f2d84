import { useEffect, useRef } from "react";
import { findByKeys, isSingleCharacter } from "@/lib/personal/chord";
import type { Command } from "./command";

/** Whether letters typed here are text, not shortcuts. In menus they jump to an item. The article text is read-only, so letters are shortcuts in it. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog, [role=dialog], [role=menu]")) return true;
  if (target.closest("[aria-readonly=true]")) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

/**
 * Runs commands by their shortcuts, except while a person is typing (WCAG 2.1.4).
 * @param commands reads them at each key press
 */
export function useCommandKeys(commands: () => readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = findByKeys(latest.current(), event);
      if (!command?.keys) return;
      const isAnywhere = command.anywhere && !isSingleCharacter(command.keys);
      if (isTyping(event.target) && !isAnywhere) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
