import type { NextRequest } from "next/server";
import { readSlug } from "@/lib/article-path";
import { contentDisposition } from "@/lib/content-disposition";
import { currentPublication } from "@/lib/documents/answer-document";
import { type CardFailure, cardPicture } from "@/lib/documents/card-picture";
import { matchesEtag } from "@/lib/http/matches-etag";
import { cardVersion } from "@/lib/reports/renderers/card/card-address";
import { spokenLanguage } from "@/lib/words/words";
import { answerWithoutReport } from "./answer-without-report";

/**
 * The picture for sharing of an article or a claim. With the current version in its query it can be stored for good.
 * @param part of the address, with the slug
 * @param claim its number as in the address; null for the article
 */
export async function answerCard(
  request: NextRequest,
  part: string,
  claim: string | null,
): Promise<Response> {
  const slug = readSlug(part) ?? part;
  const number = claim === null ? null : Number(/^[1-9]\d{0,5}$/.exec(claim)?.[0]);
  const publication = Number.isNaN(number) ? null : await currentPublication(slug);
  if (!publication) return answerWithoutReport(slug);
  const { searchParams } = request.nextUrl;
  const language = spokenLanguage(searchParams.get("lang") ?? "en");
  const drawn = await cardPicture({ publication, number, language });
  if (!drawn.ok) return withoutCard(drawn.error);
  const { bytes, etag } = drawn.value;
  const isCurrent = searchParams.get("v") === cardVersion(publication.report);
  const headers = {
    ETag: etag,
    "Cache-Control": isCurrent ? "public, max-age=31536000, immutable" : "public, no-cache",
    // What is published can be shown on any site.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
  if (matchesEtag(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  const name = number === null ? `${slug}-card.png` : `${slug}-claim-${number}-card.png`;
  return new Response(bytes, {
    headers: {
      ...headers,
      "Content-Type": "image/png",
      "Content-Disposition": contentDisposition("inline", name),
    },
  });
}

function withoutCard({ kind }: CardFailure): Response {
  const problem =
    kind === "no-claim"
      ? { title: "Not Found", status: 404, detail: "This fact-check has no claim of that number." }
      : {
          title: "Service Unavailable",
          status: 503,
          detail: "The picture could not be drawn now. Try again in a minute.",
        };
  return Response.json(
    { type: "about:blank", ...problem },
    {
      status: problem.status,
      headers: {
        "Content-Type": "application/problem+json",
        ...(problem.status === 503 && { "Retry-After": kind === "busy" ? "10" : "60" }),
      },
    },
  );
}
