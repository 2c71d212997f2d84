"use client";

import { type ReactNode, useCallback } from "react";
import { CommandsProvider } from "@/components/commands/commands-provider";
import type { LoadEveryCommand } from "@/components/commands/every-command";
import type { Actor } from "@/lib/policies/actor";

/** The commands of the pages inside. Those of all other pages are loaded when a key is chosen. */
export function PageCommands({ actor, children }: { actor: Actor; children: ReactNode }) {
  const loadEvery = useCallback<LoadEveryCommand>(
    async (language) => {
      const { everyCommand } = await import("@/components/account/commands-around");
      return everyCommand(actor, [], language);
    },
    [actor],
  );
  return (
    <CommandsProvider actor={actor} loadEvery={loadEvery}>
      {children}
    </CommandsProvider>
  );
}
