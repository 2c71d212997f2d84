import sharp, { type Sharp } from "sharp";

/** A re-encoded image, without metadata (location, camera, comments) or trailing bytes. */
export interface EncodedImage {
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/gif";
  /** In pixels; of one frame if animated. */
  width: number;
  height: number;
}

/** Larger images take gigabytes to decode. */
const MAX_PIXELS = 50_000_000;
/** Of all frames of an animated image. */
const MAX_ANIMATED_PIXELS = 100_000_000;

/**
 * Re-encodes an image, rotated as its metadata says, without the metadata. Animated images stay animated.
 * @throws if it is not an image, or has more than 50 megapixels
 */
export async function reEncodeImage(bytes: Uint8Array): Promise<EncodedImage> {
  const still = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  const { format, hasAlpha, pages = 1 } = await still.metadata();
  const animated = pages > 1 && (format === "gif" || format === "webp");
  const mediaType = animated ? (`image/${format}` as const) : stillType(format, hasAlpha);
  const picture = animated
    ? sharp(bytes, { limitInputPixels: MAX_ANIMATED_PIXELS, animated: true })
    : still.rotate();
  const { data, info } = await encodeAs(mediaType, picture).toBuffer({ resolveWithObject: true });
  return {
    bytes: Uint8Array.from(data),
    mediaType,
    width: info.width,
    height: info.pageHeight ?? info.height,
  };
}

function stillType(format: string, hasAlpha: boolean): "image/png" | "image/jpeg" | "image/webp" {
  if (format === "webp") return "image/webp";
  return format === "png" || hasAlpha ? "image/png" : "image/jpeg";
}

function encodeAs(mediaType: EncodedImage["mediaType"], picture: Sharp): Sharp {
  switch (mediaType) {
    case "image/png":
      return picture.png();
    case "image/gif":
      return picture.gif();
    case "image/webp":
      return picture.webp({ quality: 88 });
    case "image/jpeg":
      return picture.jpeg({ quality: 90, mozjpeg: true });
  }
}
