import account from "./en/account.json" with { type: "json" };
import archive from "./en/archive.json" with { type: "json" };
import articles from "./en/articles.json" with { type: "json" };
import board from "./en/board.json" with { type: "json" };
import checklist from "./en/checklist.json" with { type: "json" };
import citations from "./en/citations.json" with { type: "json" };
import claimForm from "./en/claim-form.json" with { type: "json" };
import claimImports from "./en/claim-imports.json" with { type: "json" };
import claimants from "./en/claimants.json" with { type: "json" };
import claims from "./en/claims.json" with { type: "json" };
import commands from "./en/commands.json" with { type: "json" };
import comments from "./en/comments.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import desk from "./en/desk.json" with { type: "json" };
import digests from "./en/digests.json" with { type: "json" };
import dossier from "./en/dossier.json" with { type: "json" };
import errorPages from "./en/error-pages.json" with { type: "json" };
import evidencePack from "./en/evidence-pack.json" with { type: "json" };
import guests from "./en/guests.json" with { type: "json" };
import guide from "./en/guide.json" with { type: "json" };
import history from "./en/history.json" with { type: "json" };
import importWords from "./en/import.json" with { type: "json" };
import inbox from "./en/inbox.json" with { type: "json" };
import live from "./en/live.json" with { type: "json" };
import mailTexts from "./en/mail-texts.json" with { type: "json" };
import mails from "./en/mails.json" with { type: "json" };
import manuscripts from "./en/manuscripts.json" with { type: "json" };
import marks from "./en/marks.json" with { type: "json" };
import mcp from "./en/mcp.json" with { type: "json" };
import notifications from "./en/notifications.json" with { type: "json" };
import organisation from "./en/organisation.json" with { type: "json" };
import people from "./en/people.json" with { type: "json" };
import process from "./en/process.json" with { type: "json" };
import publication from "./en/publication.json" with { type: "json" };
import ratings from "./en/ratings.json" with { type: "json" };
import reader from "./en/reader.json" with { type: "json" };
import redactions from "./en/redactions.json" with { type: "json" };
import report from "./en/report.json" with { type: "json" };
import reportTables from "./en/report-tables.json" with { type: "json" };
import reports from "./en/reports.json" with { type: "json" };
import review from "./en/review.json" with { type: "json" };
import scale from "./en/scale.json" with { type: "json" };
import server from "./en/server.json" with { type: "json" };
import settings from "./en/settings.json" with { type: "json" };
import share from "./en/share.json" with { type: "json" };
import sharing from "./en/sharing.json" with { type: "json" };
import sheet from "./en/sheet.json" with { type: "json" };
import shortcuts from "./en/shortcuts.json" with { type: "json" };
import signIn from "./en/sign-in.json" with { type: "json" };
import sitePages from "./en/site-pages.json" with { type: "json" };
import sources from "./en/sources.json" with { type: "json" };
import submissions from "./en/submissions.json" with { type: "json" };
import tour from "./en/tour.json" with { type: "json" };
import versions from "./en/versions.json" with { type: "json" };
import watching from "./en/watching.json" with { type: "json" };
import webhooks from "./en/webhooks.json" with { type: "json" };
import { makeTranslator, type Translator } from "./translator";

/** The messages of the product in English, a catalogue for each noun. Every other language has the same keys. */
const english = {
  account,
  archive,
  articles,
  board,
  checklist,
  citations,
  claimForm,
  claimImports,
  claimants,
  claims,
  commands,
  comments,
  common,
  desk,
  digests,
  dossier,
  errorPages,
  evidencePack,
  guests,
  guide,
  history,
  import: importWords,
  inbox,
  live,
  mails,
  mailTexts,
  manuscripts,
  marks,
  mcp,
  notifications,
  organisation,
  people,
  process,
  publication,
  ratings,
  reader,
  redactions,
  report,
  reports,
  reportTables,
  review,
  scale,
  server,
  settings,
  share,
  sharing,
  sheet,
  shortcuts,
  signIn,
  sitePages,
  sources,
  tour,
  versions,
  submissions,
  watching,
  webhooks,
} as const;

/** A catalogue: "claims", "sources" … */
export type Noun = keyof typeof english;

/** A key of a catalogue. */
export type WordsKey<N extends Noun> = keyof (typeof english)[N] & string;

/** The messages of the product, by noun. */
export type Catalogues = { readonly [N in Noun]: Readonly<Record<WordsKey<N>, string>> };

/**
 * Catalogues by language (BCP 47). Browsers get English alone, which is the language of the desk: `languages.ts` adds the other ones where
 * public pages, reports and mails are made.
 */
const catalogues = new Map<string, Partial<Catalogues>>([["en", english]]);

/** Adds a language. @param language BCP 47 @param added a catalogue for each noun that readers see */
export function addLanguage(language: string, added: Partial<Catalogues>): void {
  catalogues.set(language, added);
}

/** Languages that have been added, English first (BCP 47). */
export function languages(): readonly string[] {
  return [...catalogues.keys()];
}

/**
 * The language in which the product answers: the wanted one if there is a catalogue of it ("es"), else the one of its language ("es" for
 * "es-MX", "zh" for "zh-Hant-TW"), else English.
 * @param wanted BCP 47
 */
export function spokenLanguage(wanted: string): string {
  const [language = ""] = wanted.toLowerCase().split("-");
  return catalogues.has(language) ? language : "en";
}

const translators = new Map<string, unknown>();

/**
 * Words for one noun: `words("claims")("save")`.
 * @param language BCP 47; a language without a catalogue for this noun is answered in English
 */
export function words<N extends Noun>(noun: N, language = "en"): Translator<WordsKey<N>> {
  const spoken = spokenLanguage(language);
  const known = translators.get(`${spoken}/${noun}`);
  if (known) return known as Translator<WordsKey<N>>;
  const catalogue = catalogues.get(spoken)?.[noun];
  const made = catalogue ? makeTranslator(spoken, catalogue) : makeTranslator("en", english[noun]);
  translators.set(`${spoken}/${noun}`, made);
  return made as Translator<WordsKey<N>>;
}
