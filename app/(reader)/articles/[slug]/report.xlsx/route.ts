import type { NextRequest } from "next/server";
import { answerReportFile } from "../answer-report-file";

/** The fact-check report as a workbook. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerReportFile(request, (await params).slug, "xlsx");
}
