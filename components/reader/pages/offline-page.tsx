import type { ContentOf } from "@/lib/document-bundle/document-content";
import type { DocumentContext } from "../document";
import { ReportPage } from "./report-page";

/** The report as one file: the same document, with everything it needs inside. */
export function OfflinePage({ report, context }: ContentOf<"offline"> & { context: DocumentContext }) {
  const frame = report.status === "draft" ? "draft-file" : "file";
  return <ReportPage report={report} context={{ ...context, frame }} />;
}
