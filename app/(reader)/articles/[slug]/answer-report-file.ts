import type { NextRequest } from "next/server";
import { articlePath, readSlug } from "@/lib/article-path";
import { contentDisposition } from "@/lib/content-disposition";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { readDocumentLanguage } from "@/lib/documents/addresses/document-language";
import { type ReportFile, reportFile, SAME_IN_EVERY_LANGUAGE } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import { matchesEtag } from "@/lib/http/matches-etag";
import { EXPORT_FILES, type ExportFormat } from "@/lib/reports/export-formats";
import { reportLanguage } from "@/lib/reports/languages/report-language";
import { reportWords } from "@/lib/reports/report-words";
import { signatureOf, signedJson } from "@/lib/signatures/signed-json";
import { answerWithoutReport } from "./answer-without-report";

/** What a browser shows. Other files are for storing, as is the page: here, the report is a page already. */
const SHOWN: readonly ExportFormat[] = ["pdf", "txt", "json", "claimreview", "annotations"];

/** The fact-check report as a file. @param part of the address, with the slug */
export async function answerReportFile(
  request: NextRequest,
  part: string,
  format: ExportFormat,
): Promise<Response> {
  const slug = readSlug(part) ?? part;
  const publication = await findCurrentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const address = `${env().publicUrl}${articlePath(slug)}`;
  const language = reportLanguage(publication.report, readDocumentLanguage(request.url));
  const rendered = await reportFile({ publication, format, address, language });
  if (!rendered.ok) return answerWithoutFile(reportWords("en").outputName(format), `${address}/report`);
  const { bytes, etag } = format === "json" ? await signed(publication, rendered.value) : rendered.value;
  const headers = {
    ETag: etag,
    "Cache-Control": "public, no-cache",
    ...(SAME_IN_EVERY_LANGUAGE.includes(format) ? {} : { "Content-Language": language }),
    // What is published can be read by programs on any site.
    "Access-Control-Allow-Origin": "*",
  };
  if (matchesEtag(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  const { type, name } = EXPORT_FILES[format];
  const disposition = SHOWN.includes(format) ? "inline" : "attachment";
  return new Response(bytes, {
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Disposition": contentDisposition(disposition, `${slug}-${name}`),
    },
  });
}

/** A new key is a new file. */
async function signed(
  publication: { id: string; revision: number },
  { bytes: json, etag }: ReportFile,
): Promise<ReportFile> {
  const signature = await signatureOf({ publication, json });
  if (!signature) return { bytes: json, etag };
  return {
    bytes: await signedJson({ publication, json }),
    etag: `${etag.slice(0, -1)}-${signature.keyId}"`,
  };
}

/** @param label of the format: "PDF" */
export function answerWithoutFile(label: string, page: string): Response {
  return Response.json(
    {
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: `The ${label} of this report could not be made. Try again in a few minutes, or read the report at ${page}.`,
    },
    { status: 503, headers: { "Content-Type": "application/problem+json", "Retry-After": "60" } },
  );
}
