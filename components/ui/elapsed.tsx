"use client";

import { useEffect, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { useWords } from "@/components/words/use-words";

/** Seconds in each unit. */
const units = [
  ["elapsed.days", 86_400],
  ["elapsed.hours", 3600],
  ["elapsed.minutes", 60],
] as const;

/** How long something has lasted, "3 days", with its start on hover. @param now when the page was rendered, so that server and browser render the same text */
export function Elapsed({ since, now }: { since: string; now: string }) {
  const t = useWords("common");
  const dates = useDates();
  const [at, setAt] = useState(() => Date.parse(now));
  useEffect(() => {
    setAt(Date.now());
    const timer = setInterval(() => setAt(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = (at - Date.parse(since)) / 1000;
  const unit = units.find(([, length]) => seconds >= length);
  return (
    <time dateTime={since} title={t("since", { time: dates.instant(since) })}>
      {unit ? t(unit[0], { count: Math.floor(seconds / unit[1]) }) : t("elapsed.moment")}
    </time>
  );
}
