import { citeFile } from "../cite-file";

/** The fact-check as a RIS record. */
export const GET = citeFile("ris");
