import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type ContentEncoding = "br" | "gzip" | "identity";

/** The bytes of a document as they are sent, in each encoding. */
export interface EncodedDocument {
  status: number;
  bodies: Readonly<Record<ContentEncoding, Buffer>>;
  /** Weak, because all encodings share it. */
  etag: string;
  /** Bytes of all bodies. */
  size: number;
}

/** Above this, a better compression would take too long. */
const LONG = 1_000_000;

/** Compresses a document once, outside the server's thread. */
export async function encodeDocument(html: string, status: number): Promise<EncodedDocument> {
  const identity = Buffer.from(html);
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: identity.length > LONG ? 5 : 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    promisify(gzip)(identity),
  ]);
  return {
    status,
    bodies: { br, gzip: gzipped, identity },
    etag: `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`,
    size: br.length + gzipped.length + identity.length,
  };
}

/**
 * The best encoding that a client accepts (RFC 9110, 12.5.3).
 * @param accepted the header Accept-Encoding
 */
export function chooseEncoding(accepted: string | undefined): ContentEncoding {
  if (!accepted) return "identity";
  const isAccepted = (name: string) =>
    accepted.split(",").some((part) => {
      const [coding = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
  return isAccepted("br") ? "br" : isAccepted("gzip") ? "gzip" : "identity";
}
