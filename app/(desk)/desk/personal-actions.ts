"use server";

import { asActor } from "@/lib/auth/as-actor";
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
