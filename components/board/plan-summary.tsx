import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { Plan } from "@/lib/board/plan";
import type { Priority } from "@/lib/board/priority";
import { type WordsKey, words } from "@/lib/words/words";
import styles from "./board.module.css";

const priorityMessages: Record<Exclude<Priority, "normal">, WordsKey<"board">> = {
  low: "plan.lowPriority",
  high: "plan.highPriority",
  urgent: "plan.urgentPriority",
};

/** Lead, due time and priority in words. Normal priority is not mentioned. */
export function PlanSummary({ plan, overdue }: { plan: Plan; overdue: boolean }) {
  const t = words("board");
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
      {priority !== "normal" && (
        <span className={styles.priority} data-priority={priority}>
          {t(priorityMessages[priority])}
        </span>
      )}
    </>
  );
}
