import { useCallback, useMemo } from "react";
import { useItemLights } from "@/components/article-desk/coverage/use-item-lights";
import { useDesk, useMarks } from "@/components/article-desk/state/desk-context";
import { useSelectedClaim } from "@/components/article-desk/state/use-selected-claim";
import { useStore } from "@/components/article-desk/state/use-store";
import {
  ArticleEditor,
  type TextHandlers,
  type TextMarks,
} from "@/components/article-desk/text/article-editor";
import { foundOrSelected } from "@/components/article-desk/text/find";
import { FindBar } from "@/components/article-desk/text/find-bar";
import { useFind } from "@/components/article-desk/text/use-find";
import { useComments } from "@/components/comments/comments-context";
import { useWords } from "@/components/words/use-words";
import type { TextRange } from "@/lib/anchoring/text-range";
import styles from "./article-desk.module.css";

/** The article's text with its claims, and the bar to search it. */
export function DeskText() {
  const t = useWords("articles");
  const { page, editor, article, find, form } = useDesk();
  const { language } = useStore(article);
  const { query, at } = useStore(find.state);
  const onMatch = useCallback(
    (match: TextRange | null) => {
      find.match.set(match);
      if (match) editor.current?.reveal(match.start);
    },
    [find, editor],
  );
  const { count, lights } = useFind(page.map.text, { query, at }, onMatch);
  const text = useMemo(() => ({ doc: page.version.doc, map: page.map, language }), [page, language]);
  return (
    <section className={styles.article} aria-label={t("article")}>
      {query !== null && (
        <FindBar
          query={query}
          count={count}
          at={at}
          onQuery={find.search}
          onStep={(by) => find.step(by, count)}
          onMark={page.isStaff ? () => form.mark(foundOrSelected(find, editor)) : null}
          onClose={() => {
            // The match is selected, so that it can be marked or extended.
            const match = find.match.get();
            find.search(null);
            if (match) editor.current?.select(match);
            else editor.current?.focus();
          }}
        />
      )}
      <ArticleEditor ref={editor} text={text} marks={useTextMarks(lights)} on={useTextHandlers()} />
    </section>
  );
}

/** @param found the search matches */
function useTextMarks(found: TextMarks["found"]): TextMarks {
  const { form, choice } = useDesk();
  const { spans } = useMarks();
  const { commented, passage } = useComments();
  const { movable, adjusted } = useSelectedClaim();
  const selectedId = useStore(choice.selectedId);
  const focused = useStore(choice.isFocused);
  const open = useStore(form.form);
  const pending = useMemo(
    () => (open && !open.draft.claimId ? { start: open.draft.start, end: open.draft.end } : passage),
    [open, passage],
  );
  const items = useItemLights();
  const draggable = (movable && spans.find((span) => span.id === movable.id)) || null;
  return useMemo(
    () => ({ spans, selectedId, focused, pending, found, items, commented, adjusted, draggable }),
    [spans, selectedId, focused, pending, found, items, commented, adjusted, draggable],
  );
}

function useTextHandlers(): TextHandlers {
  const { page, form, choice, adjusting, checklist } = useDesk();
  const { begin, show } = useComments();
  const { movable, adjusted } = useSelectedClaim();
  return useMemo(
    () => ({
      selectionChange: adjusting.onSelectionChange,
      mark: page.isStaff ? form.mark : null,
      comment: begin,
      adjust: (range) => adjusted && range && adjusting.moveTo(adjusted, range),
      drag: (range) => movable && adjusting.moveTo(movable, range),
      pick: choice.pick,
      openThread: show,
      tap: checklist.clickAt,
    }),
    [page, form, choice, adjusting, checklist, begin, show, movable, adjusted],
  );
}
