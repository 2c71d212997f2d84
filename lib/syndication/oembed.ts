import { CARD_SIZE } from "@/lib/reports/renderers/card/card-address";
import { escapeXml } from "./xml-text";

/** What is known of the page that is embedded. */
export interface EmbeddedPage {
  /** Path of the embed: "/embed/articles/taxes". */
  path: string;
  title: string;
  /** Path and query of the picture for sharing. */
  picture: string;
}

/** How large the frame can be, in CSS pixels. */
export interface EmbedSize {
  maxWidth: number | null;
  maxHeight: number | null;
}

const SIZE = { width: 640, height: 480, least: 200 } as const;

/**
 * The answer of an oEmbed provider: a frame with the article or claim, and its picture for sharing where that is no larger than what was asked
 * for: the picture has one size. Source: https://oembed.com, type "rich", and "2.3.4. Response parameters"
 * @param site.name of the newsroom, or of the product
 */
export function renderOembed(
  page: EmbeddedPage,
  { maxWidth, maxHeight }: EmbedSize,
  { publicUrl, name }: { publicUrl: string; name: string },
): string {
  const width = Math.max(SIZE.least, Math.min(SIZE.width, maxWidth ?? SIZE.width));
  const height = Math.max(SIZE.least, Math.min(SIZE.height, maxHeight ?? SIZE.height));
  const isPictureTooLarge =
    CARD_SIZE.width > (maxWidth ?? CARD_SIZE.width) || CARD_SIZE.height > (maxHeight ?? CARD_SIZE.height);
  const address = escapeXml(`${publicUrl}${page.path}`);
  return JSON.stringify({
    version: "1.0",
    type: "rich",
    title: page.title,
    provider_name: name,
    provider_url: `${publicUrl}/`,
    width,
    height,
    ...(!isPictureTooLarge && {
      thumbnail_url: `${publicUrl}${page.picture}`,
      thumbnail_width: CARD_SIZE.width,
      thumbnail_height: CARD_SIZE.height,
    }),
    html: `<iframe src="${address}" title="${escapeXml(page.title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
  });
}
