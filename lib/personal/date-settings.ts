import { z } from "zod";
import { isLanguageTag } from "@/lib/language-tag";
import type { DateStyle } from "./dates";

/** How dates are shown to a person. Null follows the browser. */
export interface DateSettings {
  /** BCP 47. */
  language: string | null;
  /** IANA: "Europe/Berlin". */
  timeZone: string | null;
}

/** Whether this is a time zone that dates can be shown in. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether dates can be written in this language. */
export function isDateLanguage(tag: string): boolean {
  return isLanguageTag(tag) && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
}

const field = z
  .string()
  .trim()
  .max(60)
  .nullish()
  .transform((value) => value || null);

export const dateSettingsInput = z.object({
  language: field.refine(
    (tag) => tag === null || isDateLanguage(tag),
    "Dates can't be written in this language. Enter a language tag, such as en-GB or de.",
  ),
  timeZone: field.refine(
    (name) => name === null || isTimeZone(name),
    "This time zone is not known. Enter a city of the list, such as Europe/Berlin.",
  ),
});

/** What a browser says about the person who uses it; null where it says nothing. */
interface BrowserDates {
  /** The header Accept-Language: "fr-CH, fr;q=0.9". */
  languages: string | null;
  timeZone: string | null;
}

/**
 * The language and the time zone of the dates that a person sees: what they chose, else their browser's.
 * @param serverZone IANA, for a browser that did not say its own yet
 */
export function dateStyleOf(chosen: DateSettings, browser: BrowserDates, serverZone: string): DateStyle {
  const accepted = (browser.languages ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "");
  return {
    language: [chosen.language, ...accepted].find((tag) => tag !== null && isDateLanguage(tag)) ?? "en",
    timeZone:
      [chosen.timeZone, browser.timeZone].find((name) => name !== null && isTimeZone(name)) ?? serverZone,
  };
}
