import type { ReactNode } from "react";
import type { DocumentAssets, DocumentSite } from "@/lib/document-bundle/document-content";
import { SiteFooter, SiteHeader } from "./site-frame";

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
  data?: object;
}

export interface DocumentContext {
  site: DocumentSite;
  assets: DocumentAssets;
}

/** A complete public document. Its script only adds to what is there: everything can be read without it. */
export function Document({
  head,
  context: { site, assets },
  children,
}: {
  head: DocumentHead;
  context: DocumentContext;
  children: ReactNode;
}) {
  const canonicalPath = head.canonicalPath ?? head.path;
  const canonical = canonicalPath === null ? null : `${site.publicUrl}${canonicalPath}`;
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: this is not rendered by Next */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${head.title} · Obelus`}</title>
        {head.description && <meta name="description" content={head.description} />}
        {head.path === null && <meta name="robots" content="noindex" />}
        {canonical && <link rel="canonical" href={canonical} />}
        {head.path !== null && (
          <>
            <meta property="og:type" content={head.type ?? "website"} />
            <meta property="og:title" content={head.title} />
            {head.description && <meta property="og:description" content={head.description} />}
            <meta property="og:url" content={`${site.publicUrl}${head.path}`} />
            <meta property="og:site_name" content="Obelus" />
          </>
        )}
        {assets.preloadedFonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.styles} />
        <link rel="icon" href="/icon.svg" />
        <script type="module" src={assets.script} />
        {head.data && (
          <script
            type="application/ld+json"
            // An unescaped "<" in the data could end the script element.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with every "<" escaped
            dangerouslySetInnerHTML={{ __html: JSON.stringify(head.data).replaceAll("<", "\\u003c") }}
          />
        )}
      </head>
      <body>
        <SiteHeader />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
