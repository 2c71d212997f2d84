import type { ReactNode } from "react";
import type {
  DocumentAssets,
  DocumentLanguage,
  DocumentSite,
  InlinedAssets,
} from "@/lib/document-bundle/document-content";
import type { Organisation } from "@/lib/organisation";
import { asMarkdown, inLanguage } from "@/lib/page-address";
import { PRODUCT } from "@/lib/product";
import { CARD_SIZE } from "@/lib/reports/renderers/card/card-address";
import { jsonLd } from "@/lib/reports/renderers/json-ld";
import { documentLanguage, ownLanguage } from "@/lib/reports/text-language";
import { languages } from "@/lib/words/words";
import { DraftNotice } from "./frame/draft-notice";
import { EmbedFooter, EmbedHeader, FileFooter } from "./frame/embed-frame";
import { SiteFooter, SiteHeader } from "./frame/site-frame";
import { RatingSigns } from "./rating-sign";

/** What the head of a document says. */
export interface DocumentHead {
  /** Without the name of the site. */
  title: string;
  description?: string | undefined;
  /** Public path of the document; null if search engines should not list it. */
  path: string | null;
  /** Another document that this one is a copy of, if any. */
  canonicalPath?: string;
  type?: "article" | "website";
  /** Whether other sites can show it in a frame. */
  isEmbeddable?: boolean;
  /** Whether the page itself has a search box, so that the header needs none. */
  hasSearch?: boolean;
  /** What social networks and messengers show beside a link to it. */
  picture?: { /** Public path and query. */ address: string; alt: string };
  /** JSON-LD, for machine readers. */
  data?: readonly object[];
}

export interface DocumentContext extends DocumentLanguage {
  site: DocumentSite;
  assets: DocumentAssets | InlinedAssets;
  /**
   * Where the document is shown: on this site (by default), there before it is published, in a page of another one, or as a file, published or not.
   */
  frame?: "site" | "draft" | "embed" | "file" | "draft-file";
}

/** A complete public document. Its script only adds to what is there: everything can be read without it. */
export function Document({
  head,
  publisher,
  context: { site, assets, frame = "site", language = "en", isChosen, address },
  children,
}: {
  head: DocumentHead;
  /** Who published what the document shows; undefined for documents of this installation. */
  publisher?: Organisation | null;
  context: DocumentContext;
  children: ReactNode;
}) {
  const organisation = publisher === undefined ? site.organisation : publisher;
  const siteName = organisation?.name ?? PRODUCT;
  const canonicalPath = head.canonicalPath ?? head.path;
  const canonical = canonicalPath === null ? null : `${site.publicUrl}${canonicalPath}`;
  // Search engines list the document itself, not its copies.
  const path = frame === "site" ? head.path : null;
  return (
    <html {...documentLanguage(language)}>
      {/* biome-ignore lint/style/noHeadElement: this is not rendered by Next */}
      <head>
        <meta charSet="utf-8" />
        {"policy" in assets && <meta httpEquiv="Content-Security-Policy" content={assets.policy} />}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title {...ownLanguage(head.title, language)}>{`${head.title} · ${siteName}`}</title>
        {head.description && <meta name="description" content={head.description} />}
        {path === null && <meta name="robots" content="noindex" />}
        {canonical && <link rel="canonical" href={canonical} />}
        {path !== null && <Languages url={`${site.publicUrl}${path}`} />}
        {path !== null && (
          <>
            <meta property="og:type" content={head.type ?? "website"} />
            <meta property="og:title" content={head.title} />
            {head.description && <meta property="og:description" content={head.description} />}
            <meta property="og:url" content={`${site.publicUrl}${path}`} />
            <meta property="og:site_name" content={siteName} />
            {head.picture && <SharePicture {...head.picture} publicUrl={site.publicUrl} />}
            {head.isEmbeddable && (
              <link
                rel="alternate"
                type="application/json+oembed"
                href={`/oembed?url=${encodeURIComponent(`${site.publicUrl}${path}`)}`}
              />
            )}
            <link rel="alternate" type="application/atom+xml" href="/feed.atom" title={siteName} />
          </>
        )}
        {frame === "site" && address && (
          <link
            rel="alternate"
            type="text/markdown"
            href={isChosen ? inLanguage(asMarkdown(address), language) : asMarkdown(address)}
          />
        )}
        <Assets assets={assets} />
        {head.data?.map((data, index) => (
          <script
            // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes
            key={index}
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with every "<" escaped
            dangerouslySetInnerHTML={{ __html: jsonLd(data) }}
          />
        ))}
      </head>
      <body data-address={frame === "site" || frame === "draft" ? undefined : (canonical ?? undefined)}>
        <RatingSigns />
        <Frame
          frame={frame}
          language={language}
          address={address}
          organisation={organisation}
          logo={"policy" in assets ? assets.logo : null}
          canonical={canonical ?? `${site.publicUrl}/`}
          hasSearch={head.hasSearch ?? false}
        >
          {children}
        </Frame>
      </body>
    </html>
  );
}

/** The document in each language, for search engines. @param url of the document in its default language */
function Languages({ url }: { url: string }) {
  return (
    <>
      <link rel="alternate" hrefLang="x-default" href={url} />
      {languages().map((each) => (
        <link key={each} rel="alternate" hrefLang={each} href={inLanguage(url, each)} />
      ))}
    </>
  );
}

/** Source: https://ogp.me, "Structured properties"; X reads these as well, and the kind of its card. */
function SharePicture({ address, alt, publicUrl }: { address: string; alt: string; publicUrl: string }) {
  return (
    <>
      <meta property="og:image" content={`${publicUrl}${address}`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(CARD_SIZE.width)} />
      <meta property="og:image:height" content={String(CARD_SIZE.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image:alt" content={alt} />
    </>
  );
}

/** The style sheet and the script: as files of this site, or in the document itself. */
function Assets({ assets }: { assets: DocumentContext["assets"] }) {
  if ("policy" in assets)
    return (
      <>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: both are made by our build; the policy has their hashes */}
        <style dangerouslySetInnerHTML={{ __html: assets.css }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as above */}
        <script type="module" dangerouslySetInnerHTML={{ __html: assets.js }} />
      </>
    );
  return (
    <>
      {assets.preloadedFonts.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.styles} />
      <link rel="icon" href="/icon.svg" />
      {/* The words come first: the style sheet and the fonts are not to wait for it on a slow line. */}
      <script type="module" src={assets.starter} fetchPriority="low" />
    </>
  );
}

/** What is around the document: who says this, and the way to the rest. */
function Frame({
  frame,
  language,
  address,
  organisation,
  logo,
  canonical,
  hasSearch,
  children,
}: {
  frame: NonNullable<DocumentContext["frame"]>;
  language: string;
  address: string | undefined;
  organisation: Organisation | null;
  /** As data, where the document has it inside. */
  logo: string | null;
  /** URL of the document on this site. */
  canonical: string;
  hasSearch: boolean;
  children: ReactNode;
}) {
  if (frame === "site" || frame === "draft")
    return (
      <>
        {frame === "draft" && <DraftNotice />}
        <SiteHeader
          organisation={organisation}
          language={language}
          hasSearch={hasSearch}
          {...(frame === "site" && { address })}
        />
        {children}
        <SiteFooter organisation={organisation} language={language} />
      </>
    );
  if (frame === "draft-file")
    return (
      <>
        <DraftNotice isFile />
        {children}
      </>
    );
  return (
    <>
      <EmbedHeader organisation={organisation} logo={logo} canonical={canonical} />
      {children}
      {frame === "embed" ? (
        <EmbedFooter canonical={canonical} />
      ) : (
        <FileFooter organisation={organisation} canonical={canonical} />
      )}
    </>
  );
}
