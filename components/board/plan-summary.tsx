import { RelativeTime } from "@/components/ui/relative-time";
import type { Plan } from "@/lib/board/plan";
import { priorityLabels } from "@/lib/board/priority";
import styles from "./board.module.css";

/** Lead, due time and priority in words; what is as usual is not said. */
export function PlanSummary({ plan, overdue }: { plan: Plan; overdue: boolean }) {
  const { lead, dueAt, priority } = plan;
  return (
    <>
      {lead ? <span>Lead {lead.name}</span> : <span className={styles.faint}>No lead</span>}
      {dueAt && (
        <span className={overdue ? styles.late : undefined}>
          {overdue && "Overdue: "}due <RelativeTime at={dueAt} />
        </span>
      )}
      {priority !== "normal" && (
        <span className={styles.priority} data-priority={priority}>
          {priorityLabels[priority]} priority
        </span>
      )}
    </>
  );
}
