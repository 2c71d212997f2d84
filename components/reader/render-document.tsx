import { articlePath } from "@/lib/article-path";
import "./document.css";
import "@/lib/words/languages";
import { renderToStaticMarkup } from "react-dom/server";
import { LanguageContext } from "@/components/words/use-words";
import { translateContent } from "@/lib/document-bundle/content-language";
import type { DocumentContent, DocumentRenderer } from "@/lib/document-bundle/document-content";
import { spokenLanguage } from "@/lib/words/words";
import { ArchiveDocument } from "./archive/archive-document";
import type { DocumentContext } from "./document";
import {
  withFullAddresses,
  withLanguage,
  withNewWindows,
  withoutLinksTo,
  withSafeLinks,
} from "./frame/document-links";
import { ArticlePage } from "./pages/article-page";
import { ClaimPage } from "./pages/claim-page";
import { CorrectionsPage } from "./pages/corrections-page";
import { EarlierPublicationPage } from "./pages/earlier-publication-page";
import { EmbedPage } from "./pages/embed-page";
import { FrontPage } from "./pages/front-page";
import { NotFoundPage } from "./pages/not-found-page";
import { OfflinePage } from "./pages/offline-page";
import { ReportPage } from "./pages/report-page";
import { UnpublishedPage } from "./pages/unpublished-page";
import { ContactPage } from "./site-pages/contact-page";
import { ContactSentPage } from "./site-pages/contact-sent-page";
import { SitePage } from "./site-pages/site-page";
import { VerifyPage } from "./site-pages/verify-page";

/** The HTML of a public document, from its content alone. */
export const renderDocument: DocumentRenderer = (content, context) => {
  const language = spokenLanguage(context.language ?? "en");
  const rendered = withSafeLinks(
    `<!DOCTYPE html>${renderToStaticMarkup(
      <LanguageContext.Provider value={language}>
        <Page content={translateContent(content, language)} context={{ ...context, language }} />
      </LanguageContext.Provider>,
    )}`,
  );
  const html = context.isChosen ? withLanguage(rendered, language, context.site.publicUrl) : rendered;
  if (content.kind === "offline") {
    const { status, article } = content.report;
    return withFullAddresses(
      // Nobody else can open the pages of a draft.
      status === "draft" ? withoutLinksTo(html, articlePath(article.slug)) : html,
      context.site.publicUrl,
    );
  }
  if (content.kind === "draft")
    return withNewWindows(withoutLinksTo(html, articlePath(content.report.article.slug)));
  return content.kind === "embed" ? withNewWindows(html) : html;
};

function Page({ content, context }: { content: DocumentContent; context: DocumentContext }) {
  switch (content.kind) {
    case "article":
      return <ArticlePage {...content} context={context} />;
    case "draft":
      return <ArticlePage {...content} kind="article" context={{ ...context, frame: "draft" }} />;
    case "publication":
      return <EarlierPublicationPage {...content} context={context} />;
    case "claim":
      return <ClaimPage {...content} context={context} />;
    case "report":
      return <ReportPage {...content} context={context} />;
    case "unpublished":
      return <UnpublishedPage {...content} context={context} />;
    case "front":
      return <FrontPage {...content} context={context} />;
    case "corrections":
      return <CorrectionsPage {...content} context={context} />;
    case "archive":
    case "archive-month":
    case "archive-group":
    case "archive-publisher":
    case "archive-claims":
    case "claimant":
    case "source":
    case "search":
      return <ArchiveDocument content={content} context={context} />;
    case "site-page":
      return <SitePage {...content} context={context} />;
    case "contact":
      return <ContactPage {...content} context={context} />;
    case "contact-sent":
      return <ContactSentPage context={context} />;
    case "verify":
      return <VerifyPage context={context} />;
    case "not-found":
      return <NotFoundPage context={context} />;
    case "offline":
      return <OfflinePage {...content} context={context} />;
    case "embed":
      return <EmbedPage {...content} context={context} />;
  }
}
