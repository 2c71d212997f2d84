import { env } from "@/lib/env";
import { type Dates, makeDates } from "@/lib/personal/dates";

/** Dates as the newsroom writes them: in English, in the time zone of its daily email. For people who have no settings of their own. */
export function organisationDates(): Dates {
  return makeDates({ language: "en", timeZone: env().digestAt.timeZone });
}
