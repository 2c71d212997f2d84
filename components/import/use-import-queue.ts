import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import type { ArticleList, ImportDraft, ImportInput, ReadArticle } from "./import-types";
import { importDraftOf } from "./import-types";
import { type ImportStep, importNameOf, readImport } from "./read-import";

/** One import and its progress. */
export interface ImportItem {
  id: number;
  /** Null for one that was restored after it was read. */
  input: ImportInput | null;
  name: string;
  state:
    | { kind: "waiting" }
    | { kind: "reading"; step: ImportStep }
    | { kind: "failed"; message: string }
    | { kind: "list"; list: ArticleList }
    | { kind: "ready"; read: ReadArticle; draft: ImportDraft }
    | { kind: "imported"; articleId: string };
}

/** The imports, read one after the other. */
export function useImportQueue() {
  const t = useWords("import");
  const [items, setItems] = useState<ImportItem[]>([]);
  const ids = useRef(0);
  const running = useRef<{ id: number; stop: AbortController } | null>(null);

  const setState = useCallback((id: number, state: ImportItem["state"]) => {
    setItems((before) => before.map((item) => (item.id === id ? { ...item, state } : item)));
  }, []);

  const next = items.find((item) => item.state.kind === "waiting" && item.input !== null);
  const isBusy = items.some((item) => item.state.kind === "reading");
  useEffect(() => {
    if (!next?.input || isBusy || running.current) return;
    const stop = new AbortController();
    running.current = { id: next.id, stop };
    setState(next.id, { kind: "reading", step: "sending" });
    readImport(next.input, {
      signal: stop.signal,
      onStep: (step) => setState(next.id, { kind: "reading", step }),
    })
      .then((result): ImportItem["state"] => {
        if (!result.ok) return { kind: "failed", message: result.error.message };
        if (result.value.kind === "list") return result.value;
        return { kind: "ready", read: result.value.article, draft: importDraftOf(result.value.article) };
      })
      .catch((cause): ImportItem["state"] => {
        if (stop.signal.aborted) return { kind: "failed", message: t("state.cancelled") };
        console.error(cause);
        return { kind: "failed", message: t("state.unreachable") };
      })
      .then((state) => {
        running.current = null;
        setState(next.id, state);
      });
  }, [next, isBusy, setState, t]);

  return {
    items,
    /** Whether pasted text is on its way through the server: the field that it was pasted into is still empty. */
    isReadingPasted: items.some(
      ({ input, state }) => input && "pasted" in input && /^(waiting|reading)$/.test(state.kind),
    ),
    /** Adds imports to the end of the queue. */
    add(inputs: readonly ImportInput[]) {
      const added = inputs.map((input): ImportItem => {
        ids.current += 1;
        return { id: ids.current, input, name: importNameOf(input), state: { kind: "waiting" } };
      });
      setItems((before) => {
        // Pressed twice: it is being read already.
        const reading = before.flatMap(({ input, state }) =>
          /^(waiting|reading)$/.test(state.kind) && input && "address" in input ? input.address : [],
        );
        const isNew = ({ input }: ImportItem) =>
          !input || !("address" in input) || !reading.includes(input.address);
        return [...before, ...added.filter(isNew)];
      });
    },
    /**
     * Replaces all imports by stored ones.
     * @param options.keepsAdded whether those that are there already stay, behind the stored ones
     * @returns the ids of the stored ones, in the same order
     */
    load(stored: readonly Omit<ImportItem, "id">[], { keepsAdded }: { keepsAdded: boolean }): number[] {
      if (!keepsAdded) running.current?.stop.abort();
      const loaded = stored.map(({ name, input, state }): ImportItem => {
        ids.current += 1;
        return { id: ids.current, input, name, state };
      });
      setItems((before) => (keepsAdded ? [...loaded, ...before] : loaded));
      return loaded.map(({ id }) => id);
    },
    retry: (id: number) => setState(id, { kind: "waiting" }),
    markImported: (id: number, articleId: string) => setState(id, { kind: "imported", articleId }),
    setDraft(id: number, draft: ImportDraft) {
      setItems((before) =>
        before.map((item) =>
          item.id === id && item.state.kind === "ready" ? { ...item, state: { ...item.state, draft } } : item,
        ),
      );
    },
    /** Cancels an import that is being read, or removes it from the list. */
    remove(id: number) {
      if (running.current?.id === id) running.current.stop.abort();
      else setItems((before) => before.filter((item) => item.id !== id));
    },
    /** Puts a removed import back where it was. */
    putBack(item: ImportItem, index: number) {
      setItems((before) =>
        before.some(({ id }) => id === item.id) ? before : before.toSpliced(index, 0, item),
      );
    },
  };
}
