import { ar } from "./ar/catalogues";
import { de } from "./de/catalogues";
import { es } from "./es/catalogues";
import { fr } from "./fr/catalogues";
import type { PublicCatalogues } from "./public-words";
import { addLanguage } from "./words";
import { zh } from "./zh/catalogues";

/**
 * The languages of public pages, reports and mails beside English. Import this file for its effect where these are made, on the server
 * only: what runs in browsers needs English alone.
 */
const LANGUAGES: Readonly<Record<string, PublicCatalogues>> = {
  es,
  fr,
  de,
  ar,
  zh,
};

for (const [language, catalogues] of Object.entries(LANGUAGES)) addLanguage(language, catalogues);
