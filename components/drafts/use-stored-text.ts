import { useCallback, useEffect, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { useDiscards } from "./discards-context";
import { draftIn } from "./drop-old-drafts";
import type { RestoredDraft } from "./use-form-draft";

const PREFIX = "obelus:text:";

interface Stored {
  text: string;
  /** When it was stored, ISO 8601; null if it was not restored. */
  at: string | null;
}

const NOTHING: Stored = { text: "", at: null };

/** The text of a field that is stored until it is sent. */
export interface StoredText {
  text: string;
  /** "" removes it. */
  set: (text: string) => void;
  /** To be called when the form is cancelled; as in `FormDraft`. */
  cancel: (message: string, reopen: () => void) => void;
  /** What to say about it, for `RestoredNotice`. */
  restored: RestoredDraft;
}

/**
 * The text of a field, stored in this browser with each keystroke, so that a reload, a crash or a lost connection loses none of it.
 * @param name identifies the field, the person and the subject
 */
export function useStoredText(name: string): StoredText {
  const key = PREFIX + name;
  const discards = useDiscards();
  const [stored, setStored] = useState({ key, ...NOTHING });
  /** What was discarded, the oldest first. */
  const [discarded, setDiscarded] = useState<readonly Stored[]>([]);
  const shown = stored.key === key ? stored : NOTHING;
  const keep = (next: readonly Stored[]) => {
    setDiscarded(next);
    discards.setOfForm(key, next);
  };
  const show = useCallback(
    (next: Stored) => {
      storeText(key, next.text);
      setStored({ key, ...next });
    },
    [key],
  );
  // Read in an effect: the server has no browser storage to render from.
  useEffect(() => {
    setDiscarded(discards.ofForm<Stored>(key));
    setStored({ key, ...readText(key) });
    return discards.whileOpen(key, (gone) => {
      const before = readText(key);
      if (before.text !== "") {
        const next = [...discards.ofForm<Stored>(key), before];
        setDiscarded(next);
        discards.setOfForm(key, next);
      }
      show(gone as Stored);
    });
  }, [key, discards, show]);
  const set = useCallback((text: string) => show({ ...NOTHING, text }), [show]);
  const last = discarded.at(-1);
  return {
    text: shown.text,
    set,
    cancel(message, reopen) {
      const gone = { text: shown.text, at: shown.at ?? new Date().toISOString() };
      show(NOTHING);
      if (gone.text === "") return;
      discards.add(message, () => {
        if (!discards.showIn(key, gone)) storeText(key, gone.text);
        reopen();
        return true;
      });
    },
    restored: {
      at: shown.at,
      discard() {
        if (shown.text !== "") keep([...discarded, { text: shown.text, at: shown.at }]);
        show(NOTHING);
      },
      undo: last
        ? () => {
            const rest = discarded.slice(0, -1);
            keep(shown.text === "" ? rest : [...rest, { text: shown.text, at: new Date().toISOString() }]);
            show(last);
          }
        : null,
    },
  };
}

function storeText(key: string, text: string): void {
  if (text === "") browserStorage.remove(key);
  else void browserStorage.set(key, JSON.stringify({ text, at: new Date().toISOString() }));
}

/** Removes a stored text, unless it was changed since. @param name as in `useStoredText` */
export function forgetStoredText(name: string, text: string): void {
  if (readText(PREFIX + name).text === text) browserStorage.remove(PREFIX + name);
}

/** Earlier versions stored the plain text, without a date. */
function readText(key: string): Stored {
  const stored = browserStorage.get(key);
  if (stored === null) return NOTHING;
  const { text, at } = draftIn(stored);
  if (typeof text !== "string" || text === "") return NOTHING;
  return { text, at: typeof at === "string" ? at : new Date().toISOString() };
}
