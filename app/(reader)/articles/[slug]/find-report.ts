import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findCurrentPublication, findUnpublication, type Unpublication } from "@/lib/db/public-publications";
import type { Report } from "@/lib/reports/report";

/** The published Report of an article, read once per request; responds with 404 if there is none. */
export const findReport = cache(async (slug: string): Promise<Report> => {
  const publication = await findCurrentPublication(slug);
  if (!publication) notFound();
  return publication.report;
});

/** Why an article was unpublished, read once per request; null if it wasn't. All its pages show this notice instead. */
export const findNotice = cache((slug: string): Promise<Unpublication | null> => findUnpublication(slug));

/** The metadata of a page that shows an unpublished notice. */
export function noticeMetadata({ title }: Unpublication): Metadata {
  return { title: `Unpublished: ${title}`, robots: { index: false } };
}

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
