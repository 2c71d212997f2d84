import { useWords } from "@/components/words/use-words";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import styles from "./claim-imports.module.css";
import { useWordFacts } from "./use-word-facts";

/** A comment of a Word file, to be imported or left, with the verdict that it suggests. */
export function WordCommentRow({
  comment: { author, at, text, target, known, thread, row },
  rating,
  isChosen,
  onToggle,
  isVerdict,
  onVerdict,
}: {
  comment: PlannedComment;
  /** Label of the rating that it suggests. */
  rating: string | null;
  isChosen: boolean;
  onToggle: () => void;
  /** Whether its claim gets that rating as its verdict. */
  isVerdict: boolean;
  onVerdict: () => void;
}) {
  const t = useWords("claimImports");
  const facts = useWordFacts();
  const about =
    target.on === "claim"
      ? t("word.onClaim", { number: target.number })
      : target.on === "passage"
        ? t("word.onPassage", { quote: target.exact })
        : t("word.onArticle");
  return (
    <li>
      <label className={styles.statement}>
        <input type="checkbox" checked={isChosen} disabled={known} onChange={onToggle} />
        <span dir="auto">{text}</span>
      </label>
      <div className={styles.below}>
        <p className={styles.facts} dir="auto">
          {facts(author, at, about, thread !== row && t("word.reply"))}
        </p>
        {known && <p>{t("word.known")}</p>}
        {rating !== null &&
          (target.on === "claim" ? (
            <label>
              <input type="checkbox" checked={isVerdict} onChange={onVerdict} />{" "}
              {t("word.setVerdict", { rating, number: target.number })}
            </label>
          ) : (
            <p>{t("word.suggests", { rating })}</p>
          ))}
      </div>
    </li>
  );
}
