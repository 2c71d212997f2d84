import sharp from "sharp";

/** A picture as it is kept: what was in it besides the picture (place, camera, comments, trailing bytes) is gone. */
export interface KeptImage {
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/webp";
  width: number;
  height: number;
}

/** More are a poster; they take gigabytes to unpack. */
const MOST_PIXELS = 50_000_000;

/**
 * Draws a picture anew, turned as its metadata says, and drops the metadata.
 * @throws where it is no picture, or has more than 50 megapixels
 */
export async function reEncodeImage(bytes: Uint8Array): Promise<KeptImage> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, animated: false }).rotate();
  const { format, hasAlpha } = await picture.metadata();
  const mediaType =
    format === "png" || (hasAlpha && format !== "webp")
      ? "image/png"
      : format === "webp"
        ? "image/webp"
        : "image/jpeg";
  const drawn =
    mediaType === "image/png"
      ? picture.png()
      : mediaType === "image/webp"
        ? picture.webp({ quality: 88 })
        : picture.jpeg({ quality: 90, mozjpeg: true });
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return { bytes: Uint8Array.from(data), mediaType, width: info.width, height: info.height };
}
