"use client";

import { useEffect, useState } from "react";
import { useDates, useRenderedAt } from "@/components/dates/dates-context";
import { useWords } from "@/components/words/use-words";
import { useHydrated } from "./use-hydrated";

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** A relative time, "3 minutes ago", with the exact time on hover, in the person's time zone. The server renders it as of its own clock. */
export function RelativeTime({ at }: { at: string }) {
  const t = useWords("common");
  const dates = useDates();
  const renderedAt = useRenderedAt();
  const isHydrated = useHydrated();
  // A page that was rendered by the server shows the same text until its scripts have loaded.
  const [now, setNow] = useState(() => {
    if (isHydrated) return Date.now();
    return renderedAt === null ? null : Date.parse(renderedAt);
  });
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={dates.instant(at)}>
      {now === null ? dates.instant(at) : (formatRelative((Date.parse(at) - now) / 1000) ?? t("justNow"))}
    </time>
  );
}

/** In words, so in the language of the interface. Null for less than a minute. */
function formatRelative(seconds: number): string | null {
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  return null;
}
