import { useCallback, useEffect, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { draftIn } from "./drop-old-drafts";
import type { RestoredDraft } from "./use-form-draft";

const PREFIX = "obelus:text:";

interface Stored {
  text: string;
  /** When it was stored, ISO 8601; null if it was not restored. */
  at: string | null;
}

const NOTHING: Stored = { text: "", at: null };

/**
 * The text of a field, stored in this browser with each keystroke, so that a reload, a crash or a lost connection loses none of it.
 * Setting it to "" removes it.
 * @param name identifies the field, the person and the subject
 * @returns the text, how to set it, and what to say about it if it was restored
 */
export function useStoredText(name: string): [string, (text: string) => void, RestoredDraft] {
  const [stored, setStored] = useState({ name, ...NOTHING });
  const [discarded, setDiscarded] = useState<Stored | null>(null);
  // Read in an effect: the server has no browser storage to render from.
  useEffect(() => {
    setDiscarded(null);
    setStored({ name, ...readText(name) });
  }, [name]);
  const show = useCallback(
    (next: Stored) => {
      if (next.text === "") browserStorage.remove(PREFIX + name);
      else {
        const json = JSON.stringify({ text: next.text, at: new Date().toISOString() });
        void browserStorage.set(PREFIX + name, json);
      }
      setStored({ name, ...next });
    },
    [name],
  );
  const set = useCallback(
    (text: string) => {
      setDiscarded(null);
      show({ ...NOTHING, text });
    },
    [show],
  );
  const shown = stored.name === name ? stored : NOTHING;
  return [
    shown.text,
    set,
    {
      at: shown.at,
      discard() {
        setDiscarded(shown);
        show(NOTHING);
      },
      undo:
        discarded &&
        (() => {
          setDiscarded(null);
          show(discarded);
        }),
    },
  ];
}

/** Earlier versions stored the plain text, without a date. */
function readText(name: string): Stored {
  const stored = browserStorage.get(PREFIX + name);
  if (stored === null) return NOTHING;
  const { text, at } = draftIn(stored);
  if (typeof text !== "string" || text === "") return NOTHING;
  return { text, at: typeof at === "string" ? at : new Date().toISOString() };
}
