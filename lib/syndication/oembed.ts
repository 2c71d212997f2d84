import { escapeXml } from "./xml-text";

/** What is known of the page that is embedded. */
export interface EmbeddedPage {
  /** Path of the embed: "/embed/articles/taxes". */
  path: string;
  title: string;
}

/** How large the frame can be, in CSS pixels. */
export interface EmbedSize {
  maxWidth: number | null;
  maxHeight: number | null;
}

const SIZE = { width: 640, height: 480, least: 200 } as const;

/**
 * The answer of an oEmbed provider: a frame with the article or claim. Source: https://oembed.com, type "rich"
 * @param site.name of the newsroom, or of the product
 */
export function renderOembed(
  page: EmbeddedPage,
  { maxWidth, maxHeight }: EmbedSize,
  { publicUrl, name }: { publicUrl: string; name: string },
): string {
  const width = Math.max(SIZE.least, Math.min(SIZE.width, maxWidth ?? SIZE.width));
  const height = Math.max(SIZE.least, Math.min(SIZE.height, maxHeight ?? SIZE.height));
  const address = escapeXml(`${publicUrl}${page.path}`);
  return JSON.stringify({
    version: "1.0",
    type: "rich",
    title: page.title,
    provider_name: name,
    provider_url: `${publicUrl}/`,
    width,
    height,
    html: `<iframe src="${address}" title="${escapeXml(page.title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
  });
}
