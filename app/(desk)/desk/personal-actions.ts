"use server";

import { asActor } from "@/lib/auth/as-actor";
import { rememberZone } from "@/lib/auth/request-dates";
import type { Failure } from "@/lib/failure";
import type { DateSettings } from "@/lib/personal/date-settings";
import type { ShortcutChange, Shortcuts } from "@/lib/personal/shortcuts";
import type { Tour } from "@/lib/personal/tour";
import type { Result } from "@/lib/result";
import { changeShortcuts, recordTour, setDates } from "@/lib/workflows/people/personal-settings";

export async function changeShortcutsAction(change: ShortcutChange): Promise<Result<Shortcuts, Failure>> {
  return asActor((actor) => changeShortcuts(actor, change));
}

export async function setDatesAction(dates: DateSettings): Promise<Result<DateSettings, Failure>> {
  return asActor((actor) => setDates(actor, dates));
}

export async function recordTourAction(tour: Tour): Promise<Result<Tour, Failure>> {
  return asActor((actor) => recordTour(actor, tour));
}

/** Lets the server know the time zone of a browser, for people who have chosen none. It needs no actor: it concerns this browser only. */
export async function recordZoneAction(timeZone: string): Promise<void> {
  await rememberZone(timeZone);
}
