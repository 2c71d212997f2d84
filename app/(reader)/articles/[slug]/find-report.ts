import { notFound } from "next/navigation";
import { cache } from "react";
import { findCurrentPublication } from "@/lib/db/public-publications";
import type { Report } from "@/lib/reports/report";

/** The published Report of an article, read once a request; without one the page answers 404. */
export const findReport = cache(async (slug: string): Promise<Report> => {
  const publication = await findCurrentPublication(slug);
  if (!publication) notFound();
  return publication.report;
});
