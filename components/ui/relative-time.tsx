"use client";

import { useEffect, useState } from "react";
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

/** A time as people say it, "3 minutes ago", and exactly on hover. The server, which has another clock, writes it exactly. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {now === null ? formatInstant(at) : say((Date.parse(at) - now) / 1000)}
    </time>
  );
}

function say(seconds: number): string {
  for (const [unit, length] of steps)
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  return "just now";
}
