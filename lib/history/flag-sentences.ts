import { formatDate } from "@/lib/format-date";
import type { HistoryEvent } from "./history-event";

/** "flagged claim 3: its review is due". */
export function describeFlag({ to }: HistoryEvent, subject: string): string {
  const reason = reasons[String(to?.flag)];
  return reason ? `flagged ${subject}: ${reason}` : `flagged ${subject}`;
}

const reasons: Record<string, string> = {
  review_due: "its review is due",
  page_changed: "the page of a source changed",
  excerpt_gone: "an excerpt is no longer on the page of its source",
  family_changed: "the same claim changed in another article",
  idle: "it had no change for days",
};

/** "confirmed that claim 3 is still right". */
export function describeResolvedFlag({ to }: HistoryEvent, subject: string): string {
  return (outcomes[String(to?.outcome)] ?? outcomes.withdrawn)(subject);
}

const outcomes = {
  confirmed: (subject: string) => `confirmed that ${subject} is still right`,
  adopted: (subject: string) => `used the changed verdict of another article for ${subject}`,
  changed: (subject: string) => `resolved the flag on ${subject} with a change`,
  reopened: (subject: string) => `reopened ${subject} because of its flag`,
  resumed: (subject: string) => `removed the reminder about ${subject}: work went on`,
  withdrawn: (subject: string) => `removed the flag on ${subject}`,
} as { [outcome: string]: (subject: string) => string; withdrawn: (subject: string) => string };

/** "set the review date of claim 3 to 3 December 2026", "removed the review date of claim 3". */
export function describeReviewDate({ to }: HistoryEvent, subject: string): string {
  const on = to?.reviewOn;
  return typeof on === "string" && !Number.isNaN(Date.parse(on))
    ? `set the review date of ${subject} to ${formatDate(on)}`
    : `removed the review date of ${subject}`;
}
