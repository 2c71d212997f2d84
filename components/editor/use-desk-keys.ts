import { useEffect, useRef } from "react";

export type DeskKey = "next" | "previous" | "edit" | "bounds" | "help";

const KEYS: Record<string, DeskKey> = { n: "next", p: "previous", e: "edit", b: "bounds", "?": "help" };

/** Where a letter is text and no shortcut. The article itself cannot be typed in, so there it is one. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[aria-readonly=true]")) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

/** Listens for the desk's single-letter shortcuts, wherever the focus is, but where one types (WCAG 2.1.4: no letter is taken there). */
export function useDeskKeys(run: (key: DeskKey) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = KEYS[event.key];
      if (!key || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
