import account from "./en/account.json";
import articles from "./en/articles.json";
import board from "./en/board.json";
import citations from "./en/citations.json";
import claims from "./en/claims.json";
import comments from "./en/comments.json";
import common from "./en/common.json";
import desk from "./en/desk.json";
import guests from "./en/guests.json";
import history from "./en/history.json";
import importWords from "./en/import.json";
import live from "./en/live.json";
import notifications from "./en/notifications.json";
import people from "./en/people.json";
import publication from "./en/publication.json";
import ratings from "./en/ratings.json";
import reader from "./en/reader.json";
import review from "./en/review.json";
import settings from "./en/settings.json";
import signIn from "./en/sign-in.json";
import sources from "./en/sources.json";
import versions from "./en/versions.json";
import { makeTranslator, type Translator } from "./translator";

/** The messages of the product in English, a catalogue for each noun. Every other language has the same keys. */
const english = {
  account,
  articles,
  board,
  citations,
  claims,
  comments,
  common,
  desk,
  guests,
  history,
  import: importWords,
  live,
  notifications,
  people,
  publication,
  ratings,
  reader,
  review,
  settings,
  signIn,
  sources,
  versions,
} as const;

/** A catalogue: "claims", "sources" … */
export type Noun = keyof typeof english;

/** A key of a catalogue. */
export type WordsKey<N extends Noun> = keyof (typeof english)[N] & string;

/** Catalogues by language (BCP 47). */
const catalogues: Readonly<Record<string, { readonly [N in Noun]: (typeof english)[N] }>> = { en: english };

/** Languages that the product speaks. */
export const LANGUAGES: readonly string[] = Object.keys(catalogues);

const translators = new Map<string, unknown>();

/**
 * Words for one noun: `words("claims")("save")`.
 * @param language one of `LANGUAGES`; any other one is answered in English
 */
export function words<N extends Noun>(noun: N, language = "en"): Translator<WordsKey<N>> {
  const known = translators.get(`${language}/${noun}`);
  if (known) return known as Translator<WordsKey<N>>;
  const spoken = language in catalogues ? language : "en";
  const made = makeTranslator(spoken, (catalogues[spoken] ?? english)[noun]);
  translators.set(`${language}/${noun}`, made);
  return made as Translator<WordsKey<N>>;
}
