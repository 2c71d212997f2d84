import { cookies, headers } from "next/headers";
import { cache } from "react";
import { dateStyleOf, isTimeZone } from "@/lib/personal/date-settings";
import type { DateStyle } from "@/lib/personal/dates";
import { DEFAULT_PERSONAL_SETTINGS, type PersonalSettings } from "@/lib/personal/personal-settings";
import { getPersonalSettings } from "@/lib/workflows/people/personal-settings";
import { findSession } from "./find-actor";

const ZONE_COOKIE = "obelus-time-zone";
const YEAR_S = 365 * 86_400;

/** How the desk is set up for the person of this request; the defaults for visitors. */
export const findOwnSettings = cache(async (): Promise<PersonalSettings> => {
  const session = await findSession();
  return session ? getPersonalSettings(session.person) : DEFAULT_PERSONAL_SETTINGS;
});

/** The language and the time zone in which this request's dates are shown: the person's choice, else those of the browser. */
export const requestDateStyle = cache(async (): Promise<DateStyle> => {
  const [{ dates }, sent, stored] = await Promise.all([findOwnSettings(), headers(), cookies()]);
  return dateStyleOf(
    dates,
    { languages: sent.get("accept-language"), timeZone: stored.get(ZONE_COOKIE)?.value ?? null },
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
});

/** Remembers the time zone of this browser. Anything but a time zone is ignored. */
export async function rememberZone(timeZone: unknown): Promise<void> {
  if (typeof timeZone !== "string" || timeZone.length > 60 || !isTimeZone(timeZone)) return;
  const stored = await cookies();
  stored.set(ZONE_COOKIE, timeZone, { path: "/desk", httpOnly: true, sameSite: "lax", maxAge: YEAR_S });
}
