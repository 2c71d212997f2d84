/** The calendars, other than the Gregorian, that dates are converted from. */
export type Calendar = "persian" | "islamic-umalqura" | "hebrew";

const DAY = 86_400_000;

/** Days from the beginning of a year of a calendar to that of a Gregorian year, roughly: what is found is then counted exactly. */
const FIRST_YEAR: Record<Calendar, { year: number; days: number }> = {
  persian: { year: 622.22, days: 365.2422 },
  "islamic-umalqura": { year: 622.54, days: 354.367 },
  hebrew: { year: -3760.3, days: 365.2468 },
};

/**
 * Converts a date of another calendar.
 * @param month its number, from 1; in the Hebrew calendar from Tishri, with a leap month counted
 * @returns an ISO 8601 day, or null if that calendar has no such day
 */
export function fromCalendar(calendar: Calendar, year: number, month: number, day: number): string | null {
  if (day < 1 || day > 31 || month < 1 || month > 13) return null;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const { year: first, days } = FIRST_YEAR[calendar];
  const guess =
    Date.UTC(1970, 0, 1) + ((first - 1970) * 365.2425 + (year - 1) * days + (month - 1) * 30 + day) * DAY;
  for (let offset = 0; offset < 80; offset++)
    for (const sign of [1, -1]) {
      const date = new Date(Math.floor(guess / DAY) * DAY + sign * offset * DAY);
      const parts = new Map(
        format.formatToParts(date).map(({ type, value }) => [type as string, Number.parseInt(value, 10)]),
      );
      if (parts.get("year") === year && parts.get("month") === month && parts.get("day") === day)
        return date.toISOString().slice(0, 10);
    }
  return null;
}

const PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
const ISLAMIC: readonly RegExp[] = [
  /محرم/,
  /صفر/,
  /ربيع ال[أا]ول/,
  /ربيع (?:الآخر|الثاني|الاخر)/,
  /جمادى ال[أا]ول(?:ى)?/,
  /جمادى (?:الآخرة|الثانية|الاخرة)/,
  /رجب/,
  /شعبان/,
  /رمضان/,
  /شوال/,
  /ذو القعدة|ذي القعدة/,
  /ذو الحجة|ذي الحجة/,
];

/** A date in the Persian or the Islamic calendar, with its month named: "۱۲ اردیبهشت ۱۴۰۳". @returns an ISO 8601 day, or null */
export function namedInCalendar(text: string): string | null {
  const plain = text.replace(/ي/g, "ی").replace(/ك/g, "ک");
  for (const [index, name] of PERSIAN.entries()) {
    const found = new RegExp(`(?<!\\d)(\\d{1,2})\\s*${name}(?:\\s*ماه)?[\\s،,]*(1[2-4]\\d\\d)(?!\\d)`).exec(
      plain,
    );
    if (found) return fromCalendar("persian", Number(found[2]), index + 1, Number(found[1]));
  }
  for (const [index, name] of ISLAMIC.entries()) {
    const found = new RegExp(
      `(?<!\\d)(\\d{1,2})\\s*(?:من\\s+)?(?:${name.source})[\\s،,]*(1[3-4]\\d\\d)(?!\\d)`,
    ).exec(text);
    if (found) return fromCalendar("islamic-umalqura", Number(found[2]), index + 1, Number(found[1]));
  }
  return null;
}

/** A numeric date in the Persian calendar: "1403/02/12". @returns an ISO 8601 day, or null */
export function numericPersian(text: string): string | null {
  const found = /(?<!\d)(1[34]\d\d)[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(text);
  return found ? fromCalendar("persian", Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** Names of Hebrew months as in the years of `Intl`, where a leap year has two months of Adar. */
const HEBREW: readonly (readonly [name: RegExp, english: string])[] = [
  [/תשרי/, "Tishri"],
  [/מר?חשו?ון|חשו?ון/, "Heshvan"],
  [/כסלי?ו/, "Kislev"],
  [/טבת/, "Tevet"],
  [/שבט/, "Shevat"],
  [/אדר א['׳]?(?= )/, "Adar I"],
  [/אדר ב['׳]?(?= )|אדר/, "Adar"],
  [/ניסן/, "Nisan"],
  [/אייר|איר/, "Iyar"],
  [/סיוו?ן/, "Sivan"],
  [/תמוז/, "Tamuz"],
  [/אב/, "Av"],
  [/אלול/, "Elul"],
];
const HEBREW_NUMBERS: Record<string, number> = Object.fromEntries(
  [..."אבגדהוזחטיכלמנסעפצקרשת"].map((letter, index) => {
    const [tens, units] = [Math.floor(index / 9), index % 9];
    return [letter, (units + 1) * 10 ** tens];
  }),
);

/** A date in the Hebrew calendar, in its own numerals: "כ״ג בניסן תשפ״ד". @returns an ISO 8601 day, or null */
export function namedInHebrew(text: string): string | null {
  for (const [name, english] of HEBREW) {
    const found = new RegExp(
      `(?<!\\p{L})([א-ת]{1,2}["״'׳]?[א-ת]?["״'׳]?) ב?-?(?:${name.source}),? ה?['׳]?(ת[א-ת]{1,3}["״][א-ת])`,
      "u",
    ).exec(text);
    if (!found) continue;
    const year = 5000 + numberOf(found[2] ?? "");
    return dayNamed(year, english, numberOf(found[1] ?? ""));
  }
  return null;
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + (HEBREW_NUMBERS[letter] ?? 0), 0);
}

/** The day of a Hebrew year whose month has a name, because its number depends on the year. */
function dayNamed(year: number, month: string, day: number): string | null {
  const format = new Intl.DateTimeFormat("en-u-ca-hebrew-nu-latn", {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
  for (let date = Date.UTC(year - 3761, 7, 20), end = date + 420 * DAY; date < end; date += DAY) {
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type as string, value]));
    const isMonth = parts.get("month") === month || (month === "Adar" && parts.get("month") === "Adar II");
    if (isMonth && Number(parts.get("day")) === day && Number(parts.get("year")) === year)
      return new Date(date).toISOString().slice(0, 10);
  }
  return null;
}
