import { intlLocale } from "./intl-locale";

interface DateFormats {
  day: Intl.DateTimeFormat;
  month: Intl.DateTimeFormat;
  time: Intl.DateTimeFormat;
}

const formats = new Map<string, DateFormats>();

function formatsOf(language: string): DateFormats {
  const known = formats.get(language);
  if (known) return known;
  const locale = intlLocale(language);
  const month = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  const day = { day: "numeric", ...month } as const;
  const made = {
    day: new Intl.DateTimeFormat(locale, day),
    month: new Intl.DateTimeFormat(locale, month),
    time: new Intl.DateTimeFormat(locale, {
      ...day,
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
    }),
  };
  formats.set(language, made);
  return made;
}

/**
 * "17 May 2024", "May 2024" or "2024", as exact as the ISO 8601 date is.
 * @param language BCP 47
 */
export function formatDate(iso: string, language = "en"): string {
  if (/^\d{4}$/.test(iso)) return iso;
  if (/^\d{4}-\d{2}$/.test(iso)) return formatsOf(language).month.format(new Date(`${iso}-01T00:00:00Z`));
  return formatsOf(language).day.format(new Date(iso));
}

/** "17 May 2024 at 14:02 UTC". @param language BCP 47 */
export function formatInstant(iso: string, language = "en"): string {
  return formatsOf(language).time.format(new Date(iso));
}
