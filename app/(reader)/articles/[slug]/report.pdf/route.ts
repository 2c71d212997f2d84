import type { NextRequest } from "next/server";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { reportFile } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import { answerWithoutReport } from "../answer-without-report";

/** The fact-check report as a PDF. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const publication = await findCurrentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const rendered = await reportFile({
    publication,
    format: "pdf",
    address: `${env().publicUrl}/articles/${slug}`,
  });
  if (!rendered.ok) return answerWithoutPdf(`${env().publicUrl}/articles/${slug}/report`);
  const pdf = rendered.value;
  const headers = { ETag: pdf.etag, "Cache-Control": "public, no-cache" };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag === "*" || tag.replace(/^W\//, "") === pdf.etag))
    return new Response(null, { status: 304, headers });
  return new Response(pdf.bytes, {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${slug}-report.pdf"`,
    },
  });
}

function answerWithoutPdf(page: string): Response {
  return Response.json(
    {
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: `The PDF of this report could not be made. Try again in a few minutes, or read the report at ${page}.`,
    },
    { status: 503, headers: { "Content-Type": "application/problem+json", "Retry-After": "60" } },
  );
}
