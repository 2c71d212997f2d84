"use client";

import { useEffect, useState } from "react";
import { formatInstant } from "@/lib/format-date";

const steps = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** How long something has lasted, "3 days", and since when on hover. @param now when the page was made: what the server writes, too */
export function Elapsed({ since, now }: { since: string; now: string }) {
  const [at, setAt] = useState(() => Date.parse(now));
  useEffect(() => {
    setAt(Date.now());
    const timer = setInterval(() => setAt(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={since} title={`since ${formatInstant(since)}`}>
      {say((at - Date.parse(since)) / 1000)}
    </time>
  );
}

function say(seconds: number): string {
  for (const [unit, length] of steps)
    if (seconds >= length) {
      const count = Math.floor(seconds / length);
      return `${count} ${unit}${count === 1 ? "" : "s"}`;
    }
  return "a moment";
}
