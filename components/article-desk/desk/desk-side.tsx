import { Coverage } from "@/components/article-desk/coverage/coverage-panel";
import { useDesk, useOthers } from "@/components/article-desk/state/desk-context";
import { useSelectedClaim } from "@/components/article-desk/state/use-selected-claim";
import { useStore } from "@/components/article-desk/state/use-store";
import { useComments } from "@/components/comments/comments-context";
import { CommentsPanel } from "@/components/comments/comments-panel";
import { PassageComment } from "@/components/comments/passage-comment";
import { LiveNotices } from "@/components/live/live-notices";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./article-desk.module.css";
import { DeskClaims } from "./desk-claims";
import { DeskForm } from "./desk-form";
import { DeskMessage } from "./desk-message";

/** Beside the text: messages, the open form, and the claims or the comments. */
export function DeskSide() {
  const t = useWords("articles");
  return (
    <aside className={styles.side} aria-label={t("claims")}>
      <Notices />
      <DeskMessage />
      <DeskForm />
      <Comments />
      <Coverage />
      <FocusNote />
      <DeskClaims />
    </aside>
  );
}

function Notices() {
  const { page } = useDesk();
  const { line, newText } = useOthers();
  return (
    <LiveNotices
      line={line}
      newText={newText}
      onShow={() => window.location.assign(`/desk/articles/${page.articleId}`)}
    />
  );
}

/** The form for a comment on a passage, and all comments, if they are open. */
function Comments() {
  const t = useWords("articles");
  const { editor, claims, choice, message } = useDesk();
  const { passage, isOpen } = useComments();
  const list = useStore(claims.list);
  return (
    <>
      {passage && (
        <div className={styles.form}>
          <PassageComment
            key={`${passage.start}-${passage.end}`}
            passage={passage}
            onSent={() => message.set({ tone: "success", text: t("commentAdded") })}
          />
        </div>
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
