import { foldName } from "./fold-name";

/** Languages whose names of months and weekdays are recognised. */
export const DATE_LANGUAGES: readonly string[] =
  "en de de-AT fr es it pt nl pl cs sk sl hr bs sr sr-Latn mk bg uk ru be sv da nb nn is fo fi et lv lt hu ro el tr az kk ky uz tg ka hy sq mt ga cy eu ca gl br af sw so am he ar ar-LB ar-MA ar-DZ fa ur hi bn mr gu pa ta te kn ml ne th lo my km id ms fil".split(
    " ",
  );
/** Forms that are used, but that the data of Unicode does not have. */
const FURTHER: readonly (readonly [month: number, names: string])[] = [
  [1, "jän jaen enero"],
  [2, "fev fevr feb фев"],
  [3, "mrz maer mär"],
  [7, "jui"],
  [8, "aou"],
  [9, "sept sep setiembre set сен"],
  [10, "okt"],
  [11, "ноя noi"],
  [12, "dez dic"],
];

/** The names of months and weekdays of some languages. */
export interface DateNames {
  /** The months that a name can mean, 1 to 12. */
  months: ReadonlyMap<string, ReadonlySet<number>>;
  weekdays: ReadonlySet<string>;
  /** Names of several words, folded. */
  phrases: readonly string[];
}

/**
 * Asks `Intl` for the names. For all languages, that takes 0.4 seconds of processor time: see month-tables.ts.
 * @param languages of `DATE_LANGUAGES`
 */
export function collectNames(languages: readonly string[]): DateNames {
  const months = new Map<string, Set<number>>();
  const weekdays = new Set<string>();
  const add = (name: string, month: number) => {
    const folded = foldName(name).replace(/^(?:de |d['’])/, "");
    if (!/\p{L}/u.test(folded) || /\d/.test(folded)) return;
    months.set(
      folded.replaceAll(" ", "_"),
      (months.get(folded.replaceAll(" ", "_")) ?? new Set()).add(month),
    );
  };
  for (const language of languages) {
    for (const month of ["long", "short"] as const)
      for (const inDate of [true, false])
        for (const [index, name] of monthNames(language, month, inDate).entries()) add(name, index + 1);
    for (const weekday of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      for (let day = 1; day <= 7; day++) weekdays.add(foldName(format.format(Date.UTC(2024, 0, day))));
    }
  }
  for (const [month, names] of FURTHER)
    for (const name of names.split(" ")) if (!months.has(foldName(name))) add(name, month);
  const phrases = [...months.keys()]
    .filter((name) => name.includes("_"))
    .map((name) => name.replaceAll("_", " "));
  return { months, weekdays, phrases };
}

function monthNames(language: string, month: "long" | "short", inDate: boolean): string[] {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
    ...(inDate && { day: "numeric" }),
    month,
    timeZone: "UTC",
  });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2024, index, 15));
    return parts.find(({ type }) => type === "month")?.value ?? "";
  });
}
