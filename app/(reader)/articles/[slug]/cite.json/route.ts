import { citeFile } from "../cite-file";

/** The fact-check as an item of CSL-JSON. */
export const GET = citeFile("csl-json");
