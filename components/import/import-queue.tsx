import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Translator } from "@/lib/words/translator";
import type { WordsKey } from "@/lib/words/words";
import styles from "./import.module.css";
import type { ImportItem } from "./use-import-queue";

/** The imports, the progress of each, and what can be done with it. */
export function ImportQueue({
  items,
  open,
  onOpen,
  onRetry,
  onRemove,
  importAll,
}: {
  items: readonly ImportItem[];
  /** The one under review. */
  open: number | null;
  onOpen: (id: number) => void;
  onRetry: (id: number) => void;
  onRemove: (id: number) => void;
  /** Imports all that are ready without a review; missing where only one can be used. */
  importAll?: { start: () => void; pending: boolean };
}) {
  const t = useWords("import");
  const common = useWords("common");
  const ready = items.filter(({ state }) => state.kind === "ready");
  return (
    <section aria-label={t("queue.label")} className={styles.items}>
      <ul>
        {items.map(({ id, name, state }) => (
          <li key={id} data-state={state.kind} data-open={id === open || undefined}>
            <span className={styles.itemName}>
              {state.kind === "ready" ? state.draft.title || name : name}
            </span>
            <span className={styles.itemState} role={state.kind === "failed" ? "alert" : "status"}>
              {describeState(t, state)}
            </span>
            <span className={styles.itemActions}>
              {state.kind === "ready" && id !== open && (
                <Button onClick={() => onOpen(id)}>{t("queue.review")}</Button>
              )}
              {state.kind === "failed" && <Button onClick={() => onRetry(id)}>{t("queue.retry")}</Button>}
              {state.kind === "imported" && (
                <a href={`/desk/articles/${state.articleId}`}>{t("queue.open")}</a>
              )}
              {state.kind !== "imported" && (
                <Button
                  look="quiet"
                  onClick={() => onRemove(id)}
                  aria-label={t(state.kind === "reading" ? "queue.cancel.item" : "queue.remove.item", {
                    name,
                  })}
                >
                  {common(state.kind === "reading" ? "cancel" : "remove")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {importAll && ready.length > 1 && (
        <Button pending={importAll.pending} onClick={importAll.start}>
          {importAll.pending ? t("form.submitting") : t("queue.importAll", { count: ready.length })}
        </Button>
      )}
    </section>
  );
}

function describeState(t: Translator<WordsKey<"import">>, state: ImportItem["state"]): string {
  switch (state.kind) {
    case "waiting":
      return t("state.waiting");
    case "reading":
      return t(`state.${state.step}`);
    case "failed":
      return state.message;
    case "list":
      return t("state.list", { count: state.list.entries.length });
    case "ready":
      return t(state.read.known ? "state.words.known" : "state.words", { count: state.read.words });
    case "imported":
      return t("state.imported");
  }
}
