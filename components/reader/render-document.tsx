import "./document.css";
import { renderToStaticMarkup } from "react-dom/server";
import { LanguageContext } from "@/components/words/use-words";
import type { DocumentContent, DocumentRenderer } from "@/lib/document-bundle/document-content";
import { spokenLanguage } from "@/lib/words/words";
import type { DocumentContext } from "./document";
import { withFullAddresses, withNewWindows, withoutLinksTo, withSafeLinks } from "./frame/document-links";
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

/** The HTML of a public document, from its content alone. */
export const renderDocument: DocumentRenderer = (content, context) => {
  const html = withSafeLinks(
    `<!DOCTYPE html>${renderToStaticMarkup(<InLanguage content={content} context={context} />)}`,
  );
  if (content.kind === "offline") {
    const { status, article } = content.report;
    return withFullAddresses(
      // Nobody else can open the pages of a draft.
      status === "draft" ? withoutLinksTo(html, `/articles/${article.slug}`) : html,
      context.site.publicUrl,
    );
  }
  if (content.kind === "draft")
    return withNewWindows(withoutLinksTo(html, `/articles/${content.report.article.slug}`));
  return content.kind === "embed" ? withNewWindows(html) : html;
};

/** A document in the language of its context. */
function InLanguage({ content, context }: { content: DocumentContent; context: DocumentContext }) {
  const language = spokenLanguage(context.language ?? "en");
  return (
    <LanguageContext.Provider value={language}>
      <Page content={content} context={{ ...context, language }} />
    </LanguageContext.Provider>
  );
}

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
    case "site-page":
      return <SitePage {...content} context={context} />;
    case "contact":
      return <ContactPage {...content} context={context} />;
    case "contact-sent":
      return <ContactSentPage context={context} />;
    case "not-found":
      return <NotFoundPage context={context} />;
    case "offline":
      return <OfflinePage {...content} context={context} />;
    case "embed":
      return <EmbedPage {...content} context={context} />;
  }
}
