import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type ContentEncoding = "br" | "gzip" | "identity";

/** The bytes of a document as they are sent, in each encoding. */
export interface EncodedDocument {
  status: number;
  /** Those that it has besides those of every document, in lower case. */
  headers: Readonly<Record<string, string>>;
  bodies: Readonly<Record<ContentEncoding, Buffer>>;
  /** Weak, because all encodings share it. */
  etag: string;
  /** Bytes of all bodies. */
  size: number;
}

/** Brotli qualities: the first is quick enough for a reader who waits, the best takes a second for each megabyte and saves a tenth. */
const QUALITY = { first: 9, best: 11 } as const;
/** Longer documents stay as they are first compressed: the best quality would keep a processor busy for too long. */
const MAX_BEST = 8_000_000;

/** Of a page. */
export const HTML: EncodedDocument["headers"] = { "content-type": "text/html; charset=utf-8" };

/** Compresses a document once, outside the server's thread. @param headers by default those of a page */
export async function encodeDocument(
  text: string,
  status: number,
  headers: EncodedDocument["headers"] = HTML,
): Promise<EncodedDocument> {
  const identity = Buffer.from(text);
  const [br, gzipped] = await Promise.all([compress(identity, QUALITY.first), promisify(gzip)(identity)]);
  return {
    status,
    headers,
    bodies: { br, gzip: gzipped, identity },
    etag: `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`,
    size: br.length + gzipped.length + identity.length,
  };
}

/** The turn of the next document: one at a time is compressed again, so that those that readers wait for come first. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Compresses a document as well as possible, outside the server's thread, after the documents that were passed before.
 * @returns the same document with fewer bytes; null for one that is too long
 */
export function compressBest(document: EncodedDocument): Promise<EncodedDocument | null> {
  const { identity, gzip: gzipped } = document.bodies;
  if (identity.length > MAX_BEST) return Promise.resolve(null);
  const done = turn.then(async (): Promise<EncodedDocument> => {
    const best = await compress(identity, QUALITY.best);
    // The best quality is not the best for every text.
    const br = best.length < document.bodies.br.length ? best : document.bodies.br;
    return {
      ...document,
      bodies: { ...document.bodies, br },
      size: br.length + gzipped.length + identity.length,
    };
  });
  turn = done.catch(() => undefined);
  return done;
}

function compress(bytes: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
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
