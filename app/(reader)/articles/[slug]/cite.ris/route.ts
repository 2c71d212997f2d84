import { citeFile } from "../cite-file";

/** The fact-check as a record of RIS. */
export const GET = citeFile("ris");
