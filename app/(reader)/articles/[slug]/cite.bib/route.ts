import { citeFile } from "../cite-file";

/** The fact-check as a BibTeX entry. */
export const GET = citeFile("bibtex");
