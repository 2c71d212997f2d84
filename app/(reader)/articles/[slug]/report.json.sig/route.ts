import { articlePath, readSlug } from "@/lib/article-path";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { reportFile } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import { signatureOf } from "@/lib/signatures/signed-json";
import { answerWithoutFile } from "../answer-report-file";
import { answerWithoutReport } from "../answer-without-report";

/** The signature of the report as JSON, apart from it. */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug: part } = await params;
  const slug = readSlug(part) ?? part;
  const publication = await findCurrentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const address = `${env().publicUrl}${articlePath(slug)}`;
  const rendered = await reportFile({ publication, format: "json", address });
  if (!rendered.ok) return answerWithoutFile("JSON", `${address}/report`);
  const signature = await signatureOf({ publication, json: rendered.value.bytes });
  if (!signature) return answerWithoutReport(slug);
  return Response.json(signature, {
    headers: { "Cache-Control": "public, no-cache", "Access-Control-Allow-Origin": "*" },
  });
}
