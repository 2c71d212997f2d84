/** The day that it is somewhere, ISO 8601. @param timeZone IANA name: "Europe/Berlin" */
export function dayIn(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}`;
}

/** Whether a review day has come. @param on ISO 8601 day @param today ISO 8601 day */
export function isReviewDue(on: string, today: string): boolean {
  return on <= today;
}

/** The day after some days. @param day ISO 8601 */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
