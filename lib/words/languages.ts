import type { PublicCatalogues } from "./public-words";
import { addLanguage } from "./words";

/**
 * The languages of public pages, reports and mails beside English. Import this file for its effect where these are made, on the server
 * only: what runs in browsers needs English alone.
 */
const LANGUAGES: Readonly<Record<string, PublicCatalogues>> = {};

for (const [language, catalogues] of Object.entries(LANGUAGES)) addLanguage(language, catalogues);
