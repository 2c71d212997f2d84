import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findCurrentPublication, findUnpublication, type Unpublication } from "@/lib/db/public-publications";
import type { Report } from "@/lib/reports/report";

/** The published Report of an article, read once a request; without one the page answers 404. */
export const findReport = cache(async (slug: string): Promise<Report> => {
  const publication = await findCurrentPublication(slug);
  if (!publication) notFound();
  return publication.report;
});

/** Why an article was taken back, read once a request: at every address of it readers find that instead. Null where it was not. */
export const findNotice = cache((slug: string): Promise<Unpublication | null> => findUnpublication(slug));

/** What the head of a page says that stands in the place of what was taken back. */
export function noticeMetadata({ title }: Unpublication): Metadata {
  return { title: `Taken back: ${title}`, robots: { index: false } };
}

/** Answers a program that asks for a file of an article that is not published: gone, and why, or never there. */
export async function answerWithoutReport(slug: string): Promise<Response> {
  const takenBack = await findUnpublication(slug);
  const problem = takenBack
    ? { title: "Gone", status: 410, detail: `This fact-check was taken back. ${takenBack.reason}` }
    : { title: "Not Found", status: 404, detail: "No article is published at this address." };
  return Response.json(
    { type: "about:blank", ...problem },
    { status: problem.status, headers: { "Content-Type": "application/problem+json" } },
  );
}
