import { Coverage } from "@/components/article-desk/coverage/coverage-panel";
import { useDesk, useMarks } from "@/components/article-desk/state/desk-context";
import { useNextUnmarked } from "@/components/article-desk/state/use-next-unmarked";
import { useSelectedClaim } from "@/components/article-desk/state/use-selected-claim";
import { useStore } from "@/components/article-desk/state/use-store";
import { ClaimSheet } from "@/components/claims/sheet/claim-sheet";
import { useHintedKeys } from "@/components/commands/shortcuts-context";
import { CommentsButton } from "@/components/comments/comments-button";
import { useComments } from "@/components/comments/comments-context";
import { CommentsPanel } from "@/components/comments/comments-panel";
import { PassageComment } from "@/components/comments/passage-comment";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./article-desk.module.css";
import { DeskClaims } from "./desk-claims";
import { DeskForm } from "./desk-form";
import { DeskMessages } from "./desk-messages";
import { LastNews } from "./last-news";

/** Beside the text: messages, the open form, and the claims or the comments. */
export function DeskSide() {
  const t = useWords("articles");
  return (
    <aside className={styles.side} aria-label={t("claims")}>
      <LastNews />
      <DeskMessages />
      <DeskForm />
      <Comments />
      <Coverage />
      <FocusNote />
      <Tools />
      <DeskClaims />
    </aside>
  );
}

/** How much of the text is marked, and the switch between its claims and its comments. */
function Tools() {
  const t = useWords("articles");
  const { page } = useDesk();
  const { coverage } = useMarks();
  const nextUnmarked = useNextUnmarked();
  const nextKey = useHintedKeys("unchecked", "u");
  return (
    <div className={styles.tools}>
      {page.isStaff && coverage && coverage.total > 0 && (
        <button
          type="button"
          className={styles.coverage}
          title={t("nextUnmarkedHint", { hasKey: nextKey ? "yes" : "no", key: nextKey })}
          onClick={nextUnmarked}
        >
          {t("coverage", { marked: coverage.marked, total: coverage.total })}
        </button>
      )}
      <CommentsButton />
    </div>
  );
}

/** The form for a comment on a passage, and all comments, if they are open. */
function Comments() {
  const t = useWords("articles");
  const { editor, claims, choice, message } = useDesk();
  const { passage, isOpen, dropPassage } = useComments();
  const list = useStore(claims.list);
  return (
    <>
      {passage && (
        <ClaimSheet
          className={styles.form}
          onClose={() => {
            // What was typed stays in its draft.
            dropPassage();
            editor.current?.focus();
          }}
          showAbove={(edge) => editor.current?.showAbove(passage, edge)}
        >
          <PassageComment
            key={`${passage.start}-${passage.end}`}
            passage={passage}
            onSent={() => {
              message.set({ tone: "success", text: t("commentAdded") });
              editor.current?.focus();
            }}
          />
        </ClaimSheet>
      )}
      {isOpen && (
        <CommentsPanel
          claims={list}
          onClaim={choice.goTo}
          onPassage={(range) => editor.current?.select(range)}
        />
      )}
    </>
  );
}

function FocusNote() {
  const t = useWords("articles");
  const { choice } = useDesk();
  const { selected } = useSelectedClaim();
  if (!useStore(choice.isFocused) || !selected) return null;
  return (
    <p className={styles.focusedNote}>
      {t("showingOneClaim")}{" "}
      <Button look="quiet" onClick={() => choice.isFocused.set(false)}>
        {t("showAll")}
      </Button>
    </p>
  );
}
