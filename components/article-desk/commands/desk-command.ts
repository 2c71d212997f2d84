/** Something that the article page can do at a key or from the list of commands. */
export interface DeskCommand {
  id: string;
  title: string;
  group: "Claims" | "Verdict" | "Article" | "View";
  /** "n", "?", "mod+z", "mod+shift+z": mod is Ctrl, or ⌘ on a Mac. */
  keys?: string;
  /** The key works while one types as well. */
  anywhere?: boolean;
  run: () => void;
}

/** Whether a key press is the one that a command has. A letter is told by what it types, so that every keyboard layout has it. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) as string;
  const mod = parts.includes("mod");
  if ((event.ctrlKey || event.metaKey) !== mod || event.altKey) return false;
  if (event.key.toLowerCase() !== key) return false;
  // "?" and the like need Shift on some layouts and not on others.
  return !/^[a-z]$/.test(key) || event.shiftKey === parts.includes("shift");
}

/** A command's keys as they are written on a keyboard. */
export function keyWords(keys: string): string {
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
