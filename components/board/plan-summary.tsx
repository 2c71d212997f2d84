import { useDates } from "@/components/dates/dates-context";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { BoardArticle } from "@/lib/board/board-article";
import type { Plan } from "@/lib/board/plan";
import type { Priority } from "@/lib/board/priority";
import { formatCount } from "@/lib/words/format-count";
import { type WordsKey, words } from "@/lib/words/words";
import styles from "./board.module.css";

const priorityMessages: Record<Exclude<Priority, "normal">, WordsKey<"board">> = {
  low: "plan.lowPriority",
  high: "plan.highPriority",
  urgent: "plan.urgentPriority",
};

/** What is to be looked at again; only where articles are listed. */
type Watched = Pick<BoardArticle, "flags" | "reviewDueOn">;

/** Lead, due time and priority in words, and what is to be looked at again. Normal priority is not mentioned. */
export function PlanSummary({ plan, overdue }: { plan: Plan & Partial<Watched>; overdue: boolean }) {
  const t = words("board");
  const watching = words("watching");
  const dates = useDates();
  const { lead, dueAt, priority } = plan;
  return (
    <>
      {lead ? (
        <span>{t("plan.leadIs", { name: lead.name })}</span>
      ) : (
        <span className={styles.faint}>{t("plan.noLead")}</span>
      )}
      {dueAt && (
        <span className={overdue ? styles.late : undefined}>
          {rich(t, overdue ? "plan.overdue" : "plan.dueAt", { time: <RelativeTime at={dueAt} /> })}
        </span>
      )}
      {plan.reviewDueOn ? (
        <span className={styles.late}>
          {watching("board.reviewDue", { day: dates.date(plan.reviewDueOn) })}
        </span>
      ) : (
        plan.flags !== undefined &&
        plan.flags > 0 && <span>{watching("board.flags", { count: formatCount(plan.flags) })}</span>
      )}
      {priority !== "normal" && (
        <span className={styles.priority} data-priority={priority}>
          {t(priorityMessages[priority])}
        </span>
      )}
    </>
  );
}
