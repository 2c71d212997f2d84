"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/words/use-words";
import { formatInstant } from "@/lib/format-date";

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** A relative time, "3 minutes ago", with the exact time on hover. The server renders the exact time, as its clock may differ from the browser's. */
export function RelativeTime({ at }: { at: string }) {
  const t = useWords("common");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {now === null ? formatInstant(at) : (formatRelative((Date.parse(at) - now) / 1000) ?? t("justNow"))}
    </time>
  );
}

/** Null for less than a minute. */
function formatRelative(seconds: number): string | null {
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  return null;
}
