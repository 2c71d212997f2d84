import { useEffect, useRef, useState } from "react";
import { useDiscards } from "@/components/drafts/discards-context";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useWords } from "@/components/words/use-words";
import { DETAILS, EMPTY_DRAFT, type ImportDraft } from "./import-types";
import { type ImportWork, isWork, NO_WORK, storedItems } from "./import-work";
import { type ImportItem, useImportQueue } from "./use-import-queue";

/**
 * The imports of a page, the one that is under review, and what is typed by hand, all stored in the browser until they are saved.
 * @param name identifies the page among the drafts: "new-article"
 * @param options.onShow called when another import is opened for review, or none
 */
export function useImportWork(name: string, { onShow }: { onShow: () => void }) {
  const t = useWords("import");
  const discards = useDiscards();
  const queue = useImportQueue();
  const { items } = queue;
  const [open, setOpen] = useState<number | null>(null);
  /** Raised to mount a new editor, which starts from the current draft. */
  const [editorKey, setEditorKey] = useState(0);
  const opened = items.find((item) => item.id === open);
  const ready = opened?.state.kind === "ready" ? opened.state : null;
  /** Imports that were opened for review, each once, when they had arrived. */
  const shown = useRef(new Set<number>());
  /** The page is being closed: what is stored now is what the next visit starts with. */
  const isLeaving = useRef(false);
  const hasRestored = useRef(false);

  const form = useFormDraft(name, NO_WORK, {
    accepts: isWork,
    onRestore: (restored) => {
      // A large draft is read a moment after the page has opened, and files may have been chosen by then.
      const ids = queue.load(restored.items, { keepsAdded: !hasRestored.current });
      hasRestored.current = true;
      for (const id of ids)
        if (restored.items[ids.indexOf(id)]?.state.kind === "ready") shown.current.add(id);
      show(restored.open === null ? null : (ids[restored.open] ?? null));
    },
  });
  const { own } = form.value;
  const draft = ready?.draft ?? own;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is stored when the imports change
  useEffect(() => {
    const stored = storedItems(items);
    const next = {
      items: stored.map((each) => each.stored),
      open: ready ? stored.findIndex(({ item }) => item.id === open) : null,
    };
    if (!isLeaving.current && !isSameWork(form.value, next)) form.change(next);
  }, [items, open]);

  /** Opens an import for review; null opens what is typed by hand. */
  function show(id: number | null) {
    setOpen(id);
    onShow();
    setEditorKey((number) => number + 1);
  }

  /** Imports that finish while nothing is under review are opened immediately. */
  const arrived =
    ready === null
      ? items.find(({ id, state }) => state.kind === "ready" && !shown.current.has(id))
      : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once, when it arrives
  useEffect(() => {
    if (arrived?.state.kind !== "ready") return;
    shown.current.add(arrived.id);
    // Details typed before a text was pasted belong to that text.
    if (arrived.input && "pasted" in arrived.input) {
      const { draft: found, read } = arrived.state;
      const isRetitled = own.title.trim() !== "" && own.title.trim() !== found.title;
      queue.setDraft(arrived.id, {
        ...found,
        ...detailsTyped(own),
        // Another title was typed meanwhile: what the text began with stays in it.
        ...(read.isFirstLineTaken && isRetitled && { doc: withFirstLine(found) }),
      });
      form.change({ own: EMPTY_DRAFT });
    }
    show(arrived.id);
  }, [arrived]);

  return {
    queue,
    form,
    /** The id of the import under review; null for what is typed by hand. */
    open,
    opened,
    /** The state of the import under review, once it is read. */
    ready,
    /** What is under review. */
    draft,
    /** Differs for each text that an editor starts from. */
    editorKey: `${open}-${editorKey}`,
    show,
    /** Removes an import; if it was under review, what is typed by hand is shown. */
    remove(id: number) {
      const index = items.findIndex((item) => item.id === id);
      const item = items[index];
      queue.remove(id);
      if (id === open) show(null);
      // One that is being read is only stopped, and can be read again.
      if (!item || item.state.kind === "reading") return;
      discards.add(t("queue.removed", { name: item.name }), () => {
        queue.putBack(item, index);
        return true;
      });
    },
    /** Changes what is under review. */
    change(part: Partial<ImportDraft>) {
      if (ready && open !== null) queue.setDraft(open, { ...draft, ...part });
      // Two changes before the next rendering build on each other.
      else form.change((before) => ({ ...before, own: { ...before.own, ...part } }));
    },
    /** Replaces what is typed by hand, and shows it. */
    startFrom(typed: ImportDraft) {
      form.change({ own: typed });
      setEditorKey((number) => number + 1);
    },
    /** Opens another page. @param rest what the next visit of this one starts with */
    leave(address: string, { own: typed, left }: { own: ImportDraft; left: readonly ImportItem[] }) {
      isLeaving.current = true;
      form.change({ ...NO_WORK, own: typed, items: storedItems(left).map(({ stored }) => stored) });
      window.location.assign(address);
    },
  };
}

/** Whether the same imports, in the same state, are stored. */
function isSameWork(before: ImportWork, after: Pick<ImportWork, "items" | "open">): boolean {
  return (
    before.open === after.open &&
    before.items.length === after.items.length &&
    before.items.every(({ state }, index) => {
      const other = after.items[index]?.state;
      return state === other || (state.kind === "waiting" && other?.kind === "waiting");
    })
  );
}

/** A text below the line that became its title. */
function withFirstLine({ title, doc }: ImportDraft): ImportDraft["doc"] {
  const line = { type: "paragraph", content: [{ type: "text", text: title }] };
  return { ...doc, content: [line, ...(doc.content ?? [])] };
}

/** The fields of a draft that differ from an empty one. */
function detailsTyped(draft: ImportDraft): Partial<ImportDraft> {
  return Object.fromEntries(
    DETAILS.filter((name) => draft[name] !== EMPTY_DRAFT[name]).map((name) => [name, draft[name]]),
  );
}
