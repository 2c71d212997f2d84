import sharp from "sharp";

/** A logo as PNG. */
export interface DrawnLogo {
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

/** Pixels on the longer side: enough for print. */
const MAX_SIDE = 1200;
const MAX_PIXELS = 50_000_000;
const FORMATS = ["png", "svg", "jpeg", "webp"];

/**
 * Draws a logo again as PNG: scripts, links and metadata of the file are gone. Drawings are drawn as large as logos can be, pictures are only
 * made smaller.
 * @throws if it is not a PNG, SVG, JPEG or WebP file, is damaged, or has more than 50 megapixels
 */
export async function drawLogo(bytes: Uint8Array): Promise<DrawnLogo> {
  const { format } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  if (!FORMATS.includes(format)) throw new Error(`a logo can't be ${format}`);
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .resize({
      width: MAX_SIDE,
      height: MAX_SIDE,
      fit: "inside",
      withoutEnlargement: format !== "svg",
    })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: Uint8Array.from(data), width: info.width, height: info.height };
}
