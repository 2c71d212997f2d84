/** Names of months and days of the week of a language, in lower case without a full stop, long and short. */
export interface CalendarWords {
  months: ReadonlySet<string>;
  weekdays: ReadonlySet<string>;
}

const known = new Map<string, CalendarWords>();
/** Far more than a desk works in. */
const MAX_LANGUAGES = 100;

/** The names of months and days as a language writes them, alone and after a day. @param language a valid BCP 47 tag */
export function calendarWords(language: string): CalendarWords {
  const found = known.get(language);
  if (found) return found;
  const words = { months: new Set<string>(), weekdays: new Set<string>() };
  for (const style of ["long", "short"] as const) {
    add(words.months, language, { month: style }, "month", 12, (index) => Date.UTC(2023, index, 15));
    add(words.months, language, { day: "numeric", month: style }, "month", 12, (index) =>
      Date.UTC(2023, index, 15),
    );
    add(words.weekdays, language, { weekday: style }, "weekday", 7, (index) => Date.UTC(2023, 0, 1 + index));
  }
  if (known.size < MAX_LANGUAGES) known.set(language, words);
  return words;
}

function add(
  words: Set<string>,
  language: string,
  options: Intl.DateTimeFormatOptions,
  part: "month" | "weekday",
  count: number,
  timeOf: (index: number) => number,
): void {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", numberingSystem: "latn" });
  for (let index = 0; index < count; index++) {
    const name = format.formatToParts(timeOf(index)).find(({ type }) => type === part)?.value ?? "";
    const word = name.toLowerCase().replace(/\.$/, "");
    // Languages without month names number them.
    if (/^\p{L}[\p{L}\p{M}]{2,}$/u.test(word)) words.add(word);
  }
}
