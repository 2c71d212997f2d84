import type { NextRequest } from "next/server";
import { answerReportFile } from "../answer-report-file";

/** The claims of an article as Web Annotations. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerReportFile(request, (await params).slug, "annotations");
}
