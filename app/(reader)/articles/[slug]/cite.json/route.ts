import { citeFile } from "../cite-file";

/** The fact-check as a CSL-JSON item. */
export const GET = citeFile("csl-json");
