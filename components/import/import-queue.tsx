import { Button } from "@/components/ui/button";
import styles from "./import.module.css";
import type { Item } from "./use-import-queue";

/** What was given, how far each is, and what can be done with it. */
export function ImportQueue({
  items,
  open,
  onOpen,
  onAgain,
  onRemove,
  onTakeAll,
  taking,
}: {
  items: readonly Item[];
  /** The one that is being looked over. */
  open: number | null;
  onOpen: (id: number) => void;
  onAgain: (id: number) => void;
  onRemove: (id: number) => void;
  onTakeAll: () => void;
  taking: boolean;
}) {
  const ready = items.filter(({ state }) => state.kind === "ready");
  return (
    <section aria-label="What you gave" className={styles.items}>
      <ul>
        {items.map(({ id, name, state }) => (
          <li key={id} data-state={state.kind} data-open={id === open || undefined}>
            <span className={styles.itemName}>
              {state.kind === "ready" ? state.draft.title || name : name}
            </span>
            <span className={styles.itemState} role={state.kind === "failed" ? "alert" : "status"}>
              {wordsFor(state)}
            </span>
            <span className={styles.itemActions}>
              {state.kind === "ready" && id !== open && <Button onClick={() => onOpen(id)}>Look over</Button>}
              {state.kind === "failed" && <Button onClick={() => onAgain(id)}>Try again</Button>}
              {state.kind === "taken" && <a href={`/desk/articles/${state.articleId}`}>Open</a>}
              {state.kind !== "taken" && (
                <Button look="quiet" onClick={() => onRemove(id)} aria-label={`${endWord(state)} ${name}`}>
                  {endWord(state)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {ready.length > 1 && (
        <Button pending={taking} onClick={onTakeAll}>
          {taking ? "Taking in …" : `Take in all ${ready.length} as they are`}
        </Button>
      )}
    </section>
  );
}

function endWord(state: Item["state"]): string {
  return state.kind === "reading" ? "Cancel" : "Remove";
}

function wordsFor(state: Item["state"]): string {
  switch (state.kind) {
    case "waiting":
      return "Waits its turn";
    case "reading":
      return state.words;
    case "failed":
      return state.message;
    case "list":
      return `${state.list.entries.length.toLocaleString("en")} addresses to pick from, below`;
    case "ready": {
      const words = `${state.read.words.toLocaleString("en")} words`;
      return state.read.known ? `${words}, in the desk already` : words;
    }
    case "taken":
      return "Taken in";
  }
}
