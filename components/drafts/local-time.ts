/** "29 November 2026 at 11:02", in the time zone of this browser: not for what the server renders. */
export function localTime(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}
