import { NO_DETAILS } from "@/lib/sources/source-details";
import type { CitationStyle, FormattedCitation } from "./citation-styles";
import type { CitedWork } from "./csl-item";

type FormatCitations = (work: CitedWork) => Record<CitationStyle, FormattedCitation>;

// On globalThis, because the HTTP front and Next's routes are bundled separately: one engine serves both.
const globals = globalThis as typeof globalThis & { obelusCitations?: Promise<FormatCitations> };

/** Formats a work in every style of citation. The engine is loaded once per process, which takes several hundred milliseconds of it. */
export async function formatInEveryStyle(work: CitedWork): Promise<ReturnType<FormatCitations>> {
  globals.obelusCitations ??= import("./format-citation").then(({ formatCitations }) => formatCitations);
  return (await globals.obelusCitations)(work);
}

/** Loads the engine before it is needed. Its first use compiles the styles too. */
export async function prepareCitations(): Promise<void> {
  await formatInEveryStyle(SAMPLE);
}

const SAMPLE: CitedWork = {
  url: "https://example.org/",
  doi: null,
  title: "Fact-check",
  authors: ["A newsroom"],
  publisher: null,
  publishedOn: "2026-01-01",
  language: "en",
  kind: "web_page",
  archiveUrl: null,
  details: NO_DETAILS,
};
