import type { ReactNode } from "react";
import type { DocumentAssets, DocumentSite } from "@/lib/document-bundle/document-content";
import type { Organisation } from "@/lib/organisation";
import { jsonLd } from "@/lib/reports/renderers/json-ld";
import { RatingSigns } from "./rating-sign";
import { SiteFooter, SiteHeader } from "./site-frame";

/** The name of the software, where no organisation is set. */
const PRODUCT = "Obelus";

/** What the head of a document says. */
export interface DocumentHead {
  /** Without the name of the site. */
  title: string;
  description?: string | undefined;
  /** Public path of the document; null if search engines should not list it. */
  path: string | null;
  /** Another document that this one is a copy of, if any. */
  canonicalPath?: string;
  /** BCP 47. */
  language?: string;
  type?: "article" | "website";
  /** JSON-LD, for machine readers. */
  data?: readonly object[];
}

export interface DocumentContext {
  site: DocumentSite;
  assets: DocumentAssets;
}

/** A complete public document. Its script only adds to what is there: everything can be read without it. */
export function Document({
  head,
  publisher,
  context: { site, assets },
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
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: this is not rendered by Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${head.title} · ${siteName}`}</title>
        {head.description && <meta name="description" content={head.description} />}
        {head.path === null && <meta name="robots" content="noindex" />}
        {canonical && <link rel="canonical" href={canonical} />}
        {head.path !== null && (
          <>
            <meta property="og:type" content={head.type ?? "website"} />
            <meta property="og:title" content={head.title} />
            {head.description && <meta property="og:description" content={head.description} />}
            <meta property="og:url" content={`${site.publicUrl}${head.path}`} />
            <meta property="og:site_name" content={siteName} />
          </>
        )}
        {assets.preloadedFonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.styles} />
        <link rel="icon" href="/icon.svg" />
        <script type="module" src={assets.script} />
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
      <body>
        <RatingSigns />
        <SiteHeader organisation={organisation} />
        {children}
        <SiteFooter organisation={organisation} />
      </body>
    </html>
  );
}
