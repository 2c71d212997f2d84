import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./move.module.css";
import { type BoardMoves, NEXT_CONTROL_ID } from "./use-board-moves";

/** Reasons that are listed; the others are counted. */
const MAX_REASONS = 3;

/** What came of the last move, with Undo. It stays in sight at the lower edge of the board. */
export function MoveNotice({ moves: { message, undo, close } }: { moves: BoardMoves }) {
  const t = useWords("board");
  if (!message) return null;
  const { tone, text, left } = message;
  const isDone = tone !== "plain";
  return (
    <div className={styles.notice}>
      <Notice tone={tone}>
        <p>{text}</p>
        {left.slice(0, MAX_REASONS).map(({ number, message: reason }) => (
          <p key={number}>{t("move.left", { number, message: reason })}</p>
        ))}
        {left.length > MAX_REASONS && <p>{t("move.leftMore", { count: left.length - MAX_REASONS })}</p>}
      </Notice>
      {isDone && (
        <div className={styles.buttons}>
          {message.undo && (
            <Button id={NEXT_CONTROL_ID} onClick={undo}>
              {t("move.undo")}
            </Button>
          )}
          <Button id={message.undo ? undefined : NEXT_CONTROL_ID} look="quiet" onClick={close}>
            {t("move.dismiss")}
          </Button>
        </div>
      )}
    </div>
  );
}
