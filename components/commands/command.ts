/** Something that a page of the desk can do, run by a key or from the command palette. */
export interface Command {
  id: string;
  label: string;
  group: "Claims" | "Verdict" | "Article" | "View" | "Pages";
  /** "n", "?", "mod+z", "mod+shift+z": mod is Ctrl, or ⌘ on a Mac. */
  keys?: string;
  /** The shortcut also works while a text field has the focus. */
  anywhere?: boolean;
  run: () => void;
}

/** Whether a key press matches a command's keys. Letters are compared by what they type, so shortcuts work on every keyboard layout. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) as string;
  const mod = parts.includes("mod");
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey) return false;
  if (event.key.toLowerCase() !== key) return false;
  // Symbols such as "?" need Shift on some layouts but not on others.
  return !/^[a-z]$/.test(key) || event.shiftKey === parts.includes("shift");
}

/** A command's keys as printed on a keyboard: "Ctrl/⌘ + Shift + Z". */
export function formatKeys(keys: string): string {
  return keys
    .split("+")
    .map((part) =>
      part === "mod"
        ? "Ctrl/⌘"
        : part.length === 1
          ? part.toUpperCase()
          : part[0]?.toUpperCase() + part.slice(1),
    )
    .join(" + ");
}
