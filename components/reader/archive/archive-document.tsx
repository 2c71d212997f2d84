import type { ArchiveContent } from "@/lib/archive/archive-content";
import type { DocumentContext } from "../document";
import { ArchiveGroupPage } from "./archive-group-page";
import { ArchiveClaimsPage, ArchiveMonthPage, ArchivePublisherPage } from "./archive-list-pages";
import { ArchivePage } from "./archive-page";
import { ClaimantPage } from "./claimant-page";
import { SearchPage } from "./search-page";
import { SourcePage } from "./source-page";

/** A page of the archive or the search. */
export function ArchiveDocument({ content, context }: { content: ArchiveContent; context: DocumentContext }) {
  switch (content.kind) {
    case "archive":
      return <ArchivePage {...content} context={context} />;
    case "archive-month":
      return <ArchiveMonthPage {...content} context={context} />;
    case "archive-group":
      return <ArchiveGroupPage {...content} context={context} />;
    case "archive-publisher":
      return <ArchivePublisherPage {...content} context={context} />;
    case "archive-claims":
      return <ArchiveClaimsPage {...content} context={context} />;
    case "claimant":
      return <ClaimantPage {...content} context={context} />;
    case "source":
      return <SourcePage {...content} context={context} />;
    case "search":
      return <SearchPage {...content} context={context} />;
  }
}
