import "@/lib/words/languages";
import type { NextRequest } from "next/server";
import { articlePath, readSlug } from "@/lib/article-path";
import { type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import { exportSources } from "@/lib/citations/export-sources";
import { contentDisposition } from "@/lib/content-disposition";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { answerWithoutReport } from "./answer-without-report";

interface Context {
  params: Promise<{ slug: string }>;
}

/** A route handler that responds with a published fact-check as a file for reference managers. */
export function citeFile(format: CitationFormat) {
  return async (_: NextRequest, { params }: Context): Promise<Response> => {
    const { slug: part } = await params;
    const slug = readSlug(part) ?? part;
    const publication = await findCurrentPublication(slug);
    if (!publication) return answerWithoutReport(slug);
    const work = factCheckAsWork(publication.report, `${env().publicUrl}${articlePath(slug)}`);
    const { text } = exportSources([{ ...work, id: slug, confidential: false }], format);
    const { ending, mediaType } = citationFiles[format];
    return new Response(text, {
      headers: {
        "Content-Type": mediaType,
        "Content-Disposition": contentDisposition("attachment", `${slug}.${ending}`),
        "Cache-Control": "public, no-cache",
      },
    });
  };
}
