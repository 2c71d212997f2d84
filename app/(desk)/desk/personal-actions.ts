"use server";

import { asActor } from "@/lib/auth/as-actor";
import { rememberZone } from "@/lib/auth/request-dates";
import type { Failure } from "@/lib/failure";
import type { DateSettings } from "@/lib/personal/date-settings";
import type { ShortcutChange, Shortcuts } from "@/lib/personal/shortcuts";
import { TOUR_STEPS, type Tour } from "@/lib/personal/tour";
import { ok, type Result } from "@/lib/result";
import { findTourArticle } from "@/lib/workflows/people/find-tour-article";
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

/** Starts the tour from its beginning. @returns the id of its article; null, and nothing is started, if the desk has none */
export async function startTourAction(): Promise<Result<string | null, Failure>> {
  return asActor(async (actor) => {
    const articleId = await findTourArticle(actor);
    if (articleId === null) return ok(null);
    const started = await recordTour(actor, { state: "running", step: TOUR_STEPS[0] });
    return started.ok ? ok(articleId) : started;
  });
}

/** Lets the server know the time zone of a browser, for people who have chosen none. It needs no actor: it concerns this browser only. */
export async function recordZoneAction(timeZone: string): Promise<void> {
  await rememberZone(timeZone);
}
