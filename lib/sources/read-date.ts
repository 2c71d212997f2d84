import { namedInCalendar, namedInHebrew, numericPersian } from "./dates/calendars";
import { foldName } from "./dates/fold-name";
import { namesOf } from "./dates/month-names";
import { plainDigits } from "./dates/plain-digits";

/** Longer texts are no dates. */
const MAX_LENGTH = 500;

/**
 * Parses a date as pages and programs write it, in the languages, scripts and calendars of newsrooms: "2024-05-17T10:00Z", "20240517",
 * "Fri, 17 May 2024 10:00 GMT", "17 de mayo de 2024", "17.05.2024", "2024年5月17日", "令和6年5月17日", "17 พ.ค. 2567", "۲۸ اردیبهشت ۱۴۰۳". In
 * "5/6/2024" the order of day and month is that of the language; if it is not known, or is English of no country, only the year is used.
 * @param language the BCP 47 tag of the text, if it is known; a number, as `map` passes, counts as none
 * @returns ISO 8601 day, month or year, as exact as the input; null if there is none
 */
export function readDate(input: string, language?: string | number | null): string | null {
  const tag = typeof language === "string" && language !== "" ? language : null;
  const text = plainDigits(input.slice(0, MAX_LENGTH))
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  if (/^(?:©|\(c\)|copyright\b)/i.test(text)) return null;
  return (
    readPacked(text) ??
    readEastAsian(text) ??
    readNumbers(text, tag) ??
    readWords(text, tag) ??
    namedInCalendar(text) ??
    namedInHebrew(text) ??
    iso(yearOf(text, tag))
  );
}

/** "20240517", "20240517T101500Z", "20240517101500", "2024:05:17 10:15:00" of a camera. */
function readPacked(text: string): string | null {
  const packed =
    /^(\d{4})(\d{2})(\d{2})(?:T|\s|\d{4}(?:\d{2})?$|$)/.exec(text) ??
    /^(\d{4}):(\d{2}):(\d{2})(?!\d)/.exec(text);
  return packed ? iso(packed[1], packed[2], packed[3]) : null;
}

/** The year before the first of each Japanese era, and of the Republic of China. */
const ERAS: Record<string, number> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
};

/** "2024年5月17日", "令和6年5月17日", "2024년 5월 17일", "ngày 17 tháng 5 năm 2024". */
function readEastAsian(text: string): string | null {
  const [, era, count, month, day] =
    /(令和|平成|昭和|大正|明治|民國|民国)\s*(\d{1,3}|元)\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?/.exec(
      text,
    ) ?? [];
  if (era && count) return iso(String((ERAS[era] ?? 0) + (count === "元" ? 1 : Number(count))), month, day);
  const plain = /(?<!\d)(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号號일])?)?/.exec(text);
  if (plain) return iso(plain[1], plain[2], plain[3]);
  const vietnamese =
    /(?:(?<!\d)(\d{1,2})\s*)?(?:tháng|thg)\s*(\d{1,2})(?!\d)[\s,/]*(?:năm\s*)?(\d{4})(?!\d)/iu.exec(
      text.normalize("NFC"),
    );
  return vietnamese ? iso(vietnamese[3], vietnamese[2], vietnamese[1]) : null;
}

/** Dates of three numbers, or of a year and a month: "2024-05-17", "17.05.2024", "5/17/2024". */
function readNumbers(text: string, language: string | null): string | null {
  const led = /(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})(?!\d)(?:\s?\2\s?(\d{1,2})(?!\d))?/.exec(text);
  if (led && (led[4] || led.index <= 12)) {
    if (isPersian(led[1], text, language)) return numericPersian(text);
    return iso(commonYear(led[1], text, language), led[3], led[4]);
  }
  const ended = /(?<![\d/.-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(text);
  if (!ended) return null;
  const [, first = "", sign = "", second = "", last = ""] = ended;
  const year = commonYear(last, text, language);
  if (Number(first) > 12 || Number(second) > 12)
    return Number(first) > 12 ? iso(year, second, first) : iso(year, first, second);
  if (first === second) return iso(year, first, second);
  switch (sign === "." ? "day-first" : orderOf(language)) {
    case "day-first":
      return iso(year, second, first);
    case "month-first":
      return iso(year, first, second);
    case "unknown":
      return iso(year);
  }
}

/** Whether a language writes the day or the month first, if its dates end with the year. */
function orderOf(language: string | null): "day-first" | "month-first" | "unknown" {
  // English of no country is written both ways; in Canada both are.
  if (!language || /^(?:en|en-ca|fr-ca)$/i.test(language.trim())) return "unknown";
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return "unknown";
    const order = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: "short", timeZone: "UTC" })
      .formatToParts(0)
      .map(({ type }) => type)
      .filter((type) => type === "day" || type === "month" || type === "year");
    if (order[0] === "year") return "unknown";
    return order[0] === "day" ? "day-first" : "month-first";
  } catch {
    return "unknown";
  }
}

/** A number that is a year, not part of a longer number or a decade. */
const YEAR = /(?<!\d)(\d{4})(?![\d'’]|s\b|er\b|-?(?:х|ых)(?!\p{L}))/gu;

/** A word that names a month. */
interface MonthWord {
  word: string;
  index: number;
  /** The months it can mean, 1 to 12. */
  months: ReadonlySet<number>;
}

/** The words of a text that name months in a language, or in any. @param text folded, see `foldName` */
function monthWords(text: string, language: string | null): { folded: string; words: MonthWord[] } {
  const { months, phrases } = namesOf(language);
  const folded = phrases.reduce(
    (joined, phrase) => joined.replaceAll(phrase, phrase.replaceAll(" ", "_")),
    text,
  );
  const words = [...folded.matchAll(/\p{L}[\p{L}\p{M}_]*/gu)].flatMap(({ 0: word, index }) => {
    // Hebrew joins "in" to the name.
    const found = months.get(word) ?? (word.startsWith("ב") ? months.get(word.slice(1)) : undefined);
    return found ? [{ word, index, months: found }] : [];
  });
  return { folded, words };
}

/** Dates whose month is named. */
function readWords(text: string, language: string | null): string | null {
  const plain = foldName(text.replace(/(?<=\d)\./g, " "))
    .replace(/[’']/g, "'")
    .replace(/primero|primeiro|premier/g, "1");
  const own = language ? monthWords(plain, language) : null;
  const { folded, words } = own && own.words.length > 0 ? own : monthWords(plain, null);
  // "mar" is Tuesday in French, Spanish, Italian and Romanian where another month is named; or where it is before the other "mar".
  const named =
    words.length < 2
      ? words[0]
      : (words.find(({ word }) => !namesOf(null).weekdays.has(word)) ?? words.at(-1));
  if (!named) return null;
  const thai = thaiShort(folded, named);
  if (thai) return thai;
  const before = folded.slice(0, named.index);
  const after = folded.slice(named.index + named.word.length);
  const short = DAY_BEFORE.test(before) ? /^[\s-]*'?(\d{2})(?![\d:.]\d?|\d)/.exec(after)?.[1] : undefined;
  const years = [...text.matchAll(YEAR)];
  const year =
    after.match(new RegExp(YEAR.source, "u"))?.[1] ??
    (short && years.length === 0
      ? `${Number(short) < 70 ? "20" : "19"}${short}`
      : [...before.matchAll(YEAR)].at(-1)?.[1]);
  if (!year) return null;
  if (named.months.size > 1) return iso(year);
  const [month = 0] = named.months;
  const day = DAY_BEFORE.exec(before)?.[1] ?? DAY_AFTER.exec(after)?.[1];
  return iso(commonYear(year, text, language), String(month), day);
}

/** A number before the name of a month, or the first of a range; its ordinal sign, and small words between. */
const DAY_BEFORE =
  /(?<![\d:.])(\d{1,2})(?:\s?[-–]\s?\d{1,2})?(?:\s?(?:st|nd|rd|th|er|ere|re|ro|ª|º|°|o|a|:a|:e|e|-?(?:го|е|ого|й|ти|ви|ри|η|ης|en|an|i)))?[.,]?\s*(?:-\s?)?(?:(?:de|di|del|of|d'|den|da|mis|থেকে)\s*)*$/u;
const DAY_AFTER = /^[\s,'-]*(?:the\s)?(\d{1,2})(?!\d|:|\.\d)/u;

/** "17 พ.ค. 67": Thai dates have the last two digits of the Buddhist year. */
function thaiShort(folded: string, { word, index, months }: MonthWord): string | null {
  if (!/\p{sc=Thai}/u.test(word)) return null;
  const year = /^\s*(\d{2})(?!\d)/.exec(folded.slice(index + word.length))?.[1];
  const day = /(\d{1,2})\s*$/.exec(folded.slice(0, index))?.[1];
  const [month] = months;
  return year && day ? iso(String(2500 + Number(year) - 543), String(month), day) : null;
}

/** A Gregorian year: Thai ones are counted from the Buddha's death, 543 years earlier. */
function commonYear(year: string | undefined, text: string, language: string | null): string | undefined {
  const isThai = /\p{sc=Thai}/u.test(text) || /^th\b/i.test(language ?? "");
  return year && isThai && Number(year) > 2400 && Number(year) < 2700 ? String(Number(year) - 543) : year;
}

function isPersian(year: string | undefined, text: string, language: string | null): boolean {
  return (
    Number(year) > 1299 &&
    Number(year) < 1500 &&
    (/^(?:fa|ps|ku|ckb)\b/i.test(language ?? "") || /[\p{sc=Arabic}]/u.test(text))
  );
}

/** The only year of a text. */
function yearOf(text: string, language: string | null): string | undefined {
  return commonYear([...text.matchAll(YEAR)][0]?.[1], text, language);
}

/** Years of other calendars, and numbers, are not taken for years. */
const YEARS = { first: 1000, last: 2100 } as const;

/** Builds an ISO date, dropping an invalid month or day. */
function iso(year?: string, month?: string, day?: string): string | null {
  if (!year || Number(year) < YEARS.first || Number(year) > YEARS.last) return null;
  if (!month || Number(month) < 1 || Number(month) > 12) return year;
  const withMonth = `${year}-${month.padStart(2, "0")}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!day || Number(day) < 1 || Number(day) > days) return withMonth;
  return `${withMonth}-${day.padStart(2, "0")}`;
}
