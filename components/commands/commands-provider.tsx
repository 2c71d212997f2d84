"use client";

import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import type { Actor } from "@/lib/policies/actor";
import type { Command } from "./command";
import { CommandPalette } from "./command-palette";
import { CommandsContext, type PageCommands } from "./commands-context";
import { pageLinks } from "./page-links";
import { ShortcutSheet } from "./shortcut-sheet";
import { useCommandKeys } from "./use-command-keys";
import type { SearchDesk } from "./use-desk-search";

/** The commands of every page of the desk: the palette (Ctrl/Cmd+K), the list of shortcuts (?), and the keys themselves. */
export function CommandsProvider({
  actor,
  search,
  children,
}: {
  actor: Actor;
  search: SearchDesk;
  children: ReactNode;
}) {
  const t = useWords("commands");
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
  const own: Command[] = [
    {
      id: "palette",
      label: t("palette.open"),
      group: "View",
      keys: "mod+k",
      anywhere: true,
      run: () => setOpen("palette"),
    },
    { id: "keys", label: t("shortcuts.title"), group: "View", keys: "?", run: () => setOpen("keys") },
  ];
  const all = () => [...onPage().flatMap(({ commands }) => commands), ...own];
  useCommandKeys(all);
  const close = (dialog: typeof open) => setOpen((before) => (before === dialog ? null : before));

  return (
    <CommandsContext.Provider value={context}>
      {children}
      {open === "keys" && (
        <ShortcutSheet
          commands={all()}
          more={onPage().flatMap(({ shortcuts = [] }) => shortcuts)}
          onClose={() => close("keys")}
        />
      )}
      {open === "palette" && (
        <CommandPalette
          commands={[...all().filter(({ id }) => id !== "palette"), ...pageLinks(actor, t)]}
          targets={onPage().flatMap(({ targets = [] }) => targets)}
          actor={actor}
          search={search}
          onClose={() => close("palette")}
        />
      )}
    </CommandsContext.Provider>
  );
}
