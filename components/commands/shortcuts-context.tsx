"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import { formatKeys } from "@/lib/personal/chord";
import {
  applyShortcutChange,
  DEFAULT_SHORTCUTS,
  type ShortcutChange,
  type Shortcuts,
  withShortcuts,
} from "@/lib/personal/shortcuts";
import type { Result } from "@/lib/result";
import { useKeyboardInUse } from "./use-keyboard-in-use";

export type SaveShortcuts = (change: ShortcutChange) => Promise<Result<Shortcuts, Failure>>;

interface OwnShortcuts {
  shortcuts: Shortcuts;
  /** Changes and stores some shortcuts. @returns what went wrong; they are then as before */
  change: (change: ShortcutChange) => Promise<Failure | null>;
}

const CHANNEL = "obelus-shortcuts";

const ShortcutsContext = createContext<OwnShortcuts>({
  shortcuts: DEFAULT_SHORTCUTS,
  change: async () => null,
});

/** A person's own shortcuts, the same in all tabs of the browser. */
export function ShortcutsProvider({
  personId,
  stored,
  save,
  children,
}: {
  personId: string;
  stored: Shortcuts;
  save: SaveShortcuts;
  children: ReactNode;
}) {
  const [shortcuts, setShortcuts] = useState(stored);

  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<{ personId: string; shortcuts: Shortcuts }>) => {
      if (data.personId === personId) setShortcuts(data.shortcuts);
    };
    return () => channel.close();
  }, [personId]);

  const change = useCallback(
    async (wanted: ShortcutChange) => {
      setShortcuts((before) => applyShortcutChange(before, wanted));
      const result = await attempt(() => save(wanted));
      if (!result.ok) {
        setShortcuts(shortcuts);
        return result.error;
      }
      setShortcuts(result.value);
      announce(personId, result.value);
      return null;
    },
    [personId, save, shortcuts],
  );

  const own = useMemo(() => ({ shortcuts, change }), [shortcuts, change]);
  return <ShortcutsContext.Provider value={own}>{children}</ShortcutsContext.Provider>;
}

/** Tells the other tabs of this browser. */
function announce(personId: string, shortcuts: Shortcuts): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ personId, shortcuts });
  channel.close();
}

/** The shortcuts of the person who is signed in, and how to change them. */
export function useShortcuts(): OwnShortcuts {
  return useContext(ShortcutsContext);
}

/**
 * The keys of a command as this person has them: "Ctrl/⌘ + K"; null for none.
 * @param keys its default keys
 */
export function useKeysOf(id: string, keys: string): string | null {
  const { shortcuts } = useShortcuts();
  const shown = withShortcuts([{ id, keys }], shortcuts)[0]?.keys;
  return shown ? formatKeys(shown) : null;
}

/** The same for a hint beside a control: null as well where no keyboard is in use. */
export function useHintedKeys(id: string, keys: string): string | null {
  const own = useKeysOf(id, keys);
  return useKeyboardInUse() ? own : null;
}
