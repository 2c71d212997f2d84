"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type DateStyle, type Dates, makeDates } from "@/lib/personal/dates";

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface OwnDates {
  dates: Dates;
  /** When the server rendered the page, ISO 8601; null outside of the desk's pages. */
  renderedAt: string | null;
}

const DatesContext = createContext<OwnDates | null>(null);

/** Dates as the person who is signed in reads them, on the server as in the browser, so that nothing changes when scripts have loaded. */
export function DatesProvider({
  style,
  renderedAt,
  followsZone,
  recordZone,
  children,
}: {
  style: DateStyle;
  renderedAt: string;
  /** The person has chosen no time zone: that of the browser counts. */
  followsZone: boolean;
  /** Lets the server know the browser's time zone, for the next pages. */
  recordZone: (timeZone: string) => Promise<void>;
  children: ReactNode;
}) {
  const [seenZone, setSeenZone] = useState<string | null>(null);
  const timeZone = (followsZone && seenZone) || style.timeZone;
  useEffect(() => {
    const zone = browserZone();
    if (!followsZone || zone === style.timeZone) return;
    // The first page in this browser, or the first after a journey.
    setSeenZone(zone);
    recordZone(zone).catch((cause) => console.error(cause));
  }, [followsZone, style.timeZone, recordZone]);
  const dates = makeDates({ language: style.language, timeZone });
  return <DatesContext.Provider value={{ dates, renderedAt }}>{children}</DatesContext.Provider>;
}

/** Dates in English and the time zone of this computer, for what is shown outside of the desk's pages. */
const ownDates = () => makeDates({ language: "en", timeZone: browserZone() });

/** Dates and times as the person who is signed in reads and types them. */
export function useDates(): Dates {
  return useContext(DatesContext)?.dates ?? ownDates();
}

/** When the server rendered the page, ISO 8601; null if unknown. */
export function useRenderedAt(): string | null {
  return useContext(DatesContext)?.renderedAt ?? null;
}
