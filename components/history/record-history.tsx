import type { ReactNode } from "react";
import desk from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import record from "@/components/desk/record-page.module.css";
import { formatCount } from "@/lib/words/format-count";
import { Timeline } from "./timeline";
import type { RestoreAction, TimelineEvent } from "./timeline-types";

/** The history of one record, as the last section of its page: `#history`. */
export function RecordHistory({
  title,
  empty,
  notice,
  history: { events, total, newest, page },
  perPage,
  restore,
}: {
  title: string;
  /** Shown if nothing has happened. */
  empty: string;
  /** Shown above the events. */
  notice?: ReactNode;
  history: { events: readonly TimelineEvent[]; total: number; newest: string; page: number };
  perPage: number;
  /** Missing where nothing can be restored. */
  restore?: RestoreAction;
}) {
  return (
    <section aria-labelledby="history" className={desk.section}>
      <h2 id="history">
        {title} <span className={desk.count}>{formatCount(total)}</span>
      </h2>
      {notice}
      {total === 0 && <p className={record.hint}>{empty}</p>}
      <Timeline events={events} articleId={null} newest={newest} {...(restore && { restore })} />
      <Pager
        page={page}
        perPage={perPage}
        shown={events.length}
        total={total}
        hrefOf={(number) => `?history=${number}#history`}
      />
    </section>
  );
}
