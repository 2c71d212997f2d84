import sharp from "sharp";
import { openCompiler, templateSource } from "../pdf/open-compiler";
import { scriptFontsFor } from "../pdf/script-fonts";
import { CARD_SIZE } from "./card-address";
import type { CardView } from "./card-view";

const TEMPLATE = "lib/reports/renderers/card/card.typ";

/**
 * Draws pictures for sharing as PNG, of 1200 × 630 pixels. Letters become outlines of our own fonts before they become pixels, so that the
 * fonts of the machine do not count.
 */
export async function drawCards(views: readonly CardView[]): Promise<Uint8Array[]> {
  const reports = views.map((view) => JSON.stringify(view));
  // One set of fonts for all, because opening another one is slow.
  const scriptFonts = scriptFontsFor(reports.join());
  const typst = openCompiler(scriptFonts);
  const pictures: Uint8Array[] = [];
  for (const report of reports) {
    const svg = typst.plainSvg(templateSource(TEMPLATE, report, scriptFonts));
    typst.evictCache(10);
    const { width, height } = CARD_SIZE;
    const png = await sharp(Buffer.from(svg), { limitInputPixels: 4 * width * height })
      .resize(width, height)
      .removeAlpha()
      .png({ compressionLevel: 8 })
      .toBuffer();
    pictures.push(Uint8Array.from(png));
  }
  return pictures;
}
