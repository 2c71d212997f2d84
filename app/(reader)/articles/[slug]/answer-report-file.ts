import type { NextRequest } from "next/server";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { reportFile } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import type { ExportFormat } from "@/lib/reports/export-formats";
import { reportWords } from "@/lib/reports/report-words";
import { answerWithoutReport } from "./answer-without-report";

/** A browser shows a PDF. The page as a file is for storing: here, the report is a page already. */
const KINDS = {
  pdf: { type: "application/pdf", disposition: "inline" },
  html: { type: "text/html; charset=utf-8", disposition: "attachment" },
} as const;

/** The fact-check report as a file. */
export async function answerReportFile(
  request: NextRequest,
  slug: string,
  format: ExportFormat & keyof typeof KINDS,
): Promise<Response> {
  const publication = await findCurrentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const address = `${env().publicUrl}/articles/${slug}`;
  const rendered = await reportFile({ publication, format, address });
  if (!rendered.ok) return answerWithoutFile(reportWords("en").outputName(format), `${address}/report`);
  const { bytes, etag } = rendered.value;
  const headers = { ETag: etag, "Cache-Control": "public, no-cache" };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag))
    return new Response(null, { status: 304, headers });
  const { type, disposition } = KINDS[format];
  return new Response(bytes, {
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Disposition": `${disposition}; filename="${slug}-report.${format}"`,
    },
  });
}

/** @param label of the format: "PDF" */
function answerWithoutFile(label: string, page: string): Response {
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
