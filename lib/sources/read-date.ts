/** Languages whose month names are recognised: those of the pages that newsrooms cite most. */
const LANGUAGES = "en de fr es it pt nl pl cs sv da nb fi ro hu tr ru uk bg el ar fa he hi id vi".split(" ");

/** Month numbers by name: long and short forms as used in dates, in lower case without full stops. */
const monthsByName = new Map<string, number>(
  LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        day: "numeric",
        month,
        timeZone: "UTC",
      });
      return Array.from({ length: 12 }, (_, index): [string, number] => {
        const parts = format.formatToParts(Date.UTC(2024, index, 15));
        return [wordOf(parts.find(({ type }) => type === "month")?.value ?? ""), index + 1];
      });
    }),
  ).filter(([name]) => /\p{L}/u.test(name)),
).set("sept", 9);

function wordOf(name: string): string {
  return name.toLowerCase().replace(/\./g, "");
}

/**
 * Parses a date as pages and programs write it: "2024-05-17T10:00Z", "20240517", "17 May 2024", "May 17, 2024", "17 de mayo de 2024",
 * "17.05.2024", "2024年5月17日". In "5/6/2024" the month is ambiguous, so only the year is used.
 * @returns ISO 8601 day, month or year, as exact as the input; null if there is none
 */
export function readDate(input: string): string | null {
  const text = input.normalize("NFKC").trim();
  const led = /^\D{0,12}?(\d{4})(?!\d)\s*[-/.年]\s*(\d{1,2})(?!\d)(?:\s*[-/.月]\s*(\d{1,2})(?!\d))?/u.exec(
    text,
  );
  if (led) return iso(led[1], led[2], led[3]);
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text);
  if (packed) return iso(packed[1], packed[2], packed[3]);
  const ended = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(text);
  if (ended) {
    const [, first = "", sign, second = "", year = ""] = ended;
    if (sign === "." || Number(first) > 12) return iso(year, second, first);
    return Number(second) > 12 || first === second ? iso(year, first, second) : iso(year);
  }
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(text)?.[1];
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}.]*/gu)];
  const named = words.find(([word]) => monthsByName.has(wordOf(word)));
  if (!named) return iso(year);
  const day =
    /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?,?\s*(?:de\s+)?$/iu.exec(text.slice(0, named.index))?.[1] ??
    /^[\s.]*(\d{1,2})(?!\d|:)/u.exec(text.slice(named.index + named[0].length))?.[1];
  return iso(year, String(monthsByName.get(wordOf(named[0]))), day);
}

/** Builds an ISO date, dropping an invalid month or day. */
function iso(year?: string, month?: string, day?: string): string | null {
  if (!year || Number(year) === 0) return null;
  if (!month || Number(month) < 1 || Number(month) > 12) return year;
  const withMonth = `${year}-${month.padStart(2, "0")}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!day || Number(day) < 1 || Number(day) > days) return withMonth;
  return `${withMonth}-${day.padStart(2, "0")}`;
}
