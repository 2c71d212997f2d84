import { words } from "@/lib/words/words";

const HOUR = 3_600;
const DAY = 86_400;

/** "35 min", "5.2 h" or "3.1 days". @param seconds null for nothing */
export function describeDuration(seconds: number | null): string {
  const t = words("process");
  if (seconds === null) return t("none.value");
  if (seconds < HOUR) return t("minutes", { n: Math.round(seconds / 60) });
  if (seconds < 2 * DAY) return t("hours", { n: Math.round((seconds / HOUR) * 10) / 10 });
  return t("days", { n: Math.round((seconds / DAY) * 10) / 10 });
}
