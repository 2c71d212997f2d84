import { citeFile } from "../cite-file";

/** The fact-check as an entry of BibTeX. */
export const GET = citeFile("bibtex");
