import type { EmbeddedContent } from "@/lib/document-bundle/document-content";
import type { DocumentContext } from "../document";
import { EmbeddedArticlePage } from "./embedded-article-page";
import { EmbeddedClaimPage } from "./embedded-claim-page";
import { NotFoundPage } from "./not-found-page";
import { UnpublishedPage } from "./unpublished-page";

/** A document in a page of another site. */
export function EmbedPage({ content, context }: { content: EmbeddedContent; context: DocumentContext }) {
  const embedded: DocumentContext = { ...context, frame: "embed" };
  switch (content.kind) {
    case "article":
      return <EmbeddedArticlePage {...content} context={embedded} />;
    case "claim":
      return <EmbeddedClaimPage {...content} context={embedded} />;
    case "unpublished":
      return <UnpublishedPage {...content} context={embedded} />;
    case "not-found":
      return <NotFoundPage context={embedded} />;
  }
}
