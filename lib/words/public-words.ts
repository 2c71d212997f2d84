import type { Catalogues, Noun } from "./words";

/** The nouns whose words readers see in public pages, reports and mails. Each language has a catalogue for each of them. */
export const PUBLIC_NOUNS = [
  "archive",
  "digests",
  "mails",
  "mailTexts",
  "marks",
  "reader",
  "report",
  "reportTables",
  "scale",
  "server",
  "sharing",
  "sitePages",
] as const satisfies readonly Noun[];

/** The catalogues of a language other than English. */
export type PublicCatalogues = Pick<Catalogues, (typeof PUBLIC_NOUNS)[number]>;
