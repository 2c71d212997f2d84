import type { NextRequest } from "next/server";
import { answerReportFile } from "../answer-report-file";

/** The ClaimReviews of an article. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerReportFile(request, (await params).slug, "claimreview");
}
