import { IntlMessageFormat } from "intl-messageformat";
import { intlLocale } from "@/lib/intl-locale";

/** Messages by key, in ICU MessageFormat: "{count, plural, one {# claim} other {# claims}}". */
export type Catalogue = Readonly<Record<string, string>>;

export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

/** What replaces a tag of a message, `<link>…</link>`, or for an argument that is more than text. */
export type RichValues<T> = Readonly<
  Record<string, string | number | Date | T | ((chunks: (string | T)[]) => string | T)>
>;

/** Puts messages of one catalogue into words. */
export interface Translator<Key extends string> {
  (key: Key, values?: MessageValues): string;
  /** A message with tags or elements in it, as the pieces that it is made of. */
  parts<T>(key: Key, values: RichValues<T>): (string | T)[];
}

/**
 * A translator for one catalogue. Messages are parsed when they are first used.
 * @param language BCP 47, for plurals, numbers and dates
 */
export function makeTranslator<C extends Catalogue>(
  language: string,
  catalogue: C,
): Translator<keyof C & string> {
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const message = catalogue[key];
    if (message === undefined) throw new Error(`There is no message "${key}" in ${language}.`);
    const format = new IntlMessageFormat(message, intlLocale(language));
    formats.set(key, format);
    return format;
  };
  const translate = (key: keyof C & string, values: MessageValues = {}): string => {
    const result: unknown = formatOf(key).format(values as Record<string, string>);
    return typeof result === "string" ? result : String(result);
  };
  return Object.assign(translate, {
    parts<T>(key: keyof C & string, values: RichValues<T>): (string | T)[] {
      const result: unknown = formatOf(key).format(values as Record<string, T>);
      return Array.isArray(result) ? (result as (string | T)[]) : [result as string | T];
    },
  });
}
