import sharp, { type Sharp } from "sharp";

/** A picture as it is kept: what was in it besides the picture (place, camera, comments, trailing bytes) is gone. */
export interface KeptImage {
  bytes: Uint8Array;
  mediaType: "image/png" | "image/jpeg" | "image/webp" | "image/gif";
  /** In pixels; of one frame, where the picture moves. */
  width: number;
  height: number;
}

/** More are a poster; they take gigabytes to unpack. */
const MOST_PIXELS = 50_000_000;
/** Of all frames of one that moves. */
const MOST_MOVING_PIXELS = 100_000_000;

/**
 * Draws a picture anew, turned as its metadata says, and drops the metadata. One that moves goes on moving.
 * @throws where it is no picture, or has more than 50 megapixels
 */
export async function reEncodeImage(bytes: Uint8Array): Promise<KeptImage> {
  const still = sharp(bytes, { limitInputPixels: MOST_PIXELS });
  const { format, hasAlpha, pages = 1 } = await still.metadata();
  const moves = pages > 1 && (format === "gif" || format === "webp");
  const mediaType = moves ? (`image/${format}` as const) : stillType(format, hasAlpha);
  const picture = moves
    ? sharp(bytes, { limitInputPixels: MOST_MOVING_PIXELS, animated: true })
    : still.rotate();
  const { data, info } = await drawnAs(mediaType, picture).toBuffer({ resolveWithObject: true });
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

function drawnAs(mediaType: KeptImage["mediaType"], picture: Sharp): Sharp {
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
