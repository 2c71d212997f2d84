import { findUnpublication } from "@/lib/db/public-publications";

/** The response for a file of an article that is not published: 410 with the reason if it was unpublished, otherwise 404. */
export async function answerWithoutReport(slug: string): Promise<Response> {
  const unpublication = await findUnpublication(slug);
  const problem = unpublication
    ? { title: "Gone", status: 410, detail: `This fact-check was unpublished. ${unpublication.reason}` }
    : { title: "Not Found", status: 404, detail: "No article is published at this address." };
  return Response.json(
    { type: "about:blank", ...problem },
    { status: problem.status, headers: { "Content-Type": "application/problem+json" } },
  );
}
