import type { NextRequest } from "next/server";
import { answerCard } from "../answer-card";

/** The picture for sharing of an article. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerCard(request, (await params).slug, null);
}
