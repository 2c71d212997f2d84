import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { NextRequest } from "next/server";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import { renderPdf } from "@/lib/reports/renderers/pdf/render-pdf";
import { answerWithoutReport } from "../find-report";

interface RenderedPdf {
  bytes: Buffer<ArrayBuffer>;
  etag: string;
}

/** By publication and its revision: what they give never changes. Only which ones are current has to be queried. */
const rendered = new LRUCache<
  string,
  RenderedPdf,
  { address: string; report: Parameters<typeof renderPdf>[0] }
>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ bytes }) => bytes.byteLength,
  fetchMethod: async (_, __, { context: { report, address } }) => {
    const bytes = Buffer.from(await renderPdf(report, address));
    return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"` };
  },
});

/** The fact-check report as a PDF. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const publication = await findCurrentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const key = `${publication.id}:${publication.revision}`;
  // A file with something that was redacted since must not even stay in memory.
  for (const other of rendered.keys())
    if (other.startsWith(`${publication.id}:`) && other !== key) rendered.delete(other);
  const pdf = await rendered.forceFetch(key, {
    context: { report: publication.report, address: `${env().publicUrl}/articles/${slug}` },
  });
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
