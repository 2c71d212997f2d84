import type { NextRequest } from "next/server";
import { answerCard } from "../../../answer-card";

/** The picture for sharing of a claim. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ slug: string; number: string }> },
): Promise<Response> {
  const { slug, number } = await params;
  return answerCard(request, slug, number);
}
