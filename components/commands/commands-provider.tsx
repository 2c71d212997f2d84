"use client";

import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import { withShortcuts } from "@/lib/personal/shortcuts";
import type { Actor } from "@/lib/policies/actor";
import type { Command } from "./command";
import { CommandPalette } from "./command-palette";
import { CommandsContext, type PageCommands } from "./commands-context";
import type { LoadEveryCommand } from "./every-command";
import { everywhereCommands } from "./everywhere-commands";
import { ShortcutSheet } from "./shortcut-sheet";
import { useShortcuts } from "./shortcuts-context";
import { useCommandKeys } from "./use-command-keys";
import { type SearchDesk, searchDesk } from "./use-desk-search";
import { useSendKey } from "./use-send-key";

/** The commands of every page of the desk: the palette (Ctrl/Cmd+K), the list of shortcuts (?), and the keys themselves. */
export function CommandsProvider({
  actor,
  search = searchDesk,
  loadEvery,
  children,
}: {
  actor: Actor;
  search?: SearchDesk;
  /** The commands of all pages: keys are chosen on any page. */
  loadEvery: LoadEveryCommand;
  children: ReactNode;
}) {
  const t = useWords("commands");
  const { shortcuts } = useShortcuts();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const pages = useRef(new Set<() => PageCommands>());
  const add = useCallback((page: () => PageCommands) => {
    pages.current.add(page);
    return () => {
      pages.current.delete(page);
    };
  }, []);
  const context = useMemo(() => ({ add, open: setOpen }), [add]);

  const onPage = () => [...pages.current].map((page) => page());
  /** With their default keys. */
  const all = (): Command[] => [
    ...onPage().flatMap(({ commands }) => commands),
    ...everywhereCommands(actor, t, setOpen),
  ];
  useCommandKeys(() => withShortcuts(all(), shortcuts));
  useSendKey();
  const close = (dialog: typeof open) => setOpen((before) => (before === dialog ? null : before));

  return (
    <CommandsContext.Provider value={context}>
      {children}
      {open === "keys" && (
        <ShortcutSheet
          commands={all()}
          fixed={onPage().flatMap(({ shortcuts: fixed = [] }) => fixed)}
          loadEvery={loadEvery}
          onClose={() => close("keys")}
        />
      )}
      {open === "palette" && (
        <CommandPalette
          commands={withShortcuts(all(), shortcuts).filter(
            ({ id, unavailable }) => id !== "palette" && !unavailable,
          )}
          targets={onPage().flatMap(({ targets = [] }) => targets)}
          actor={actor}
          search={search}
          onClose={() => close("palette")}
        />
      )}
    </CommandsContext.Provider>
  );
}
