import { useCallback, useEffect, useRef, useState } from "react";
import type { ArticleList, ImportDraft, ImportInput, ReadArticle } from "./import-types";
import { draftOf } from "./import-types";
import { nameOf, readImport } from "./read-import";

/** One thing that was given, and how far it is. */
export interface Item {
  id: number;
  given: ImportInput;
  name: string;
  state:
    | { kind: "waiting" }
    | { kind: "reading"; words: string }
    | { kind: "failed"; message: string }
    | { kind: "list"; list: ArticleList }
    | { kind: "ready"; read: ReadArticle; draft: ImportDraft }
    | { kind: "taken"; articleId: string };
}

/** The things that were given, read one after the other. */
export function useImportQueue() {
  const [items, setItems] = useState<Item[]>([]);
  const ids = useRef(0);
  const running = useRef<{ id: number; stop: AbortController } | null>(null);

  const setState = useCallback((id: number, state: Item["state"]) => {
    setItems((before) => before.map((item) => (item.id === id ? { ...item, state } : item)));
  }, []);

  const next = items.find((item) => item.state.kind === "waiting");
  const busy = items.some((item) => item.state.kind === "reading");
  useEffect(() => {
    if (!next || busy || running.current) return;
    const stop = new AbortController();
    running.current = { id: next.id, stop };
    setState(next.id, { kind: "reading", words: "Sending …" });
    readImport(next.given, {
      signal: stop.signal,
      onStep: (words) => setState(next.id, { kind: "reading", words }),
    })
      .then((result): Item["state"] => {
        if (!result.ok) return { kind: "failed", message: result.error.message };
        if (result.value.kind === "list") return result.value;
        return { kind: "ready", read: result.value.article, draft: draftOf(result.value.article) };
      })
      .catch((cause): Item["state"] => {
        if (stop.signal.aborted) return { kind: "failed", message: "Cancelled." };
        console.error(cause);
        return { kind: "failed", message: "The server cannot be reached. Try again in a moment." };
      })
      .then((state) => {
        running.current = null;
        setState(next.id, state);
      });
  }, [next, busy, setState]);

  return {
    items,
    /** Takes things into the row of those to be read. */
    add(given: readonly ImportInput[]) {
      const added = given.map((each): Item => {
        ids.current += 1;
        return { id: ids.current, given: each, name: nameOf(each), state: { kind: "waiting" } };
      });
      setItems((before) => [...before, ...added]);
    },
    again: (id: number) => setState(id, { kind: "waiting" }),
    taken: (id: number, articleId: string) => setState(id, { kind: "taken", articleId }),
    setDraft(id: number, draft: ImportDraft) {
      setItems((before) =>
        before.map((item) =>
          item.id === id && item.state.kind === "ready" ? { ...item, state: { ...item.state, draft } } : item,
        ),
      );
    },
    /** Ends the reading of something, or takes it off the list. */
    remove(id: number) {
      if (running.current?.id === id) running.current.stop.abort();
      else setItems((before) => before.filter((item) => item.id !== id));
    },
  };
}
