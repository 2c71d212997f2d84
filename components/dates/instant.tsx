"use client";

import { useDates } from "./dates-context";

/** An exact time, "17 May 2024 at 14:02 CEST", in the language and the time zone of the person who reads it. @param at ISO 8601 instant */
export function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{useDates().instant(at)}</time>;
}
