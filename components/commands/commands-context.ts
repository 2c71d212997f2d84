"use client";

import { createContext, useContext, useEffect, useRef } from "react";
import type { Command, FixedShortcut } from "./command";

/** What a page adds to the command palette and to the list of shortcuts while it is open. */
export interface PageCommands {
  commands: readonly Command[];
  /** Things on the page that the palette finds by their text: the claims of an article. */
  targets?: readonly Target[];
  /** Shortcuts that work in one part of the page only, so that they are no commands. */
  shortcuts?: readonly FixedShortcut[];
}

/** Something that the palette goes to. */
export interface Target {
  id: string;
  /** What is searched. */
  text: string;
  label: string;
  run: () => void;
}

interface Commands {
  /** @returns removes them */
  add: (page: () => PageCommands) => () => void;
  /** Opens the command palette or the list of shortcuts. */
  open: (dialog: "palette" | "keys") => void;
}

export const CommandsContext = createContext<Commands | null>(null);

function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error("commands are used outside of CommandsProvider");
  return commands;
}

/** Adds commands while the component is shown. */
export function usePageCommands(page: PageCommands): void {
  const { add } = useCommands();
  const latest = useRef(page);
  latest.current = page;
  useEffect(() => add(() => latest.current), [add]);
}

/** Opens the command palette or the list of shortcuts. */
export function useOpenCommands(): Commands["open"] {
  return useCommands().open;
}
