/** Something that a page of the desk can do, run by a key or from the command palette. */
export interface Command {
  id: string;
  label: string;
  group: "Claims" | "Verdict" | "Article" | "View" | "Pages";
  /** "n", "?", "mod+z", "mod+shift+z": mod is Ctrl, or ⌘ on a Mac. Each person can choose others. */
  keys?: string;
  /** The shortcut also works while a text field has the focus. */
  anywhere?: boolean;
  /** It can't be used now: its keys say why, and the palette does not list it. */
  unavailable?: true;
  run: () => void;
}

/** A shortcut that is no command, so that it is always the same: its keys as shown, what it does, and whether it is a single letter or digit. */
export type FixedShortcut = readonly [keys: string, label: string, single?: "single"];
