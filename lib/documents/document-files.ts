import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { documentFolder } from "@/lib/document-bundle/load-bundle";
import type { DocumentAnswer } from "./answer-document";
import { chooseEncoding } from "./encode-document";

/** Where documents find their style sheet, script and fonts. Names change with the content. */
export const ASSET_PATH = "/assets/";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
};

interface AssetFile {
  type: string;
  bytes: Buffer;
  /** Null for files that are compressed already. */
  br: Buffer | null;
}

const files = new Map<string, Promise<AssetFile | null>>();

/** Reads a file once; null if the build has no file of that name. */
async function read(name: string): Promise<AssetFile | null> {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
  if (!type) return null;
  try {
    const bytes = await readFile(join(documentFolder(), "assets", name));
    return { type, bytes, br: type.startsWith("font/") ? null : await promisify(brotliCompress)(bytes) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

/**
 * Answers with a file that documents refer to. Its name changes with its content, so clients store it for good.
 * @param path "/assets/document-1a2b3c4d.css"
 */
export async function answerAsset(
  path: string,
  { method, acceptEncoding }: { method: string; acceptEncoding: string | undefined },
): Promise<DocumentAnswer> {
  const name = path.slice(ASSET_PATH.length);
  const isName = /^[\w-]{1,80}\.\w{2,5}$/.test(name);
  const file = isName ? await (files.get(name) ?? remember(name)) : null;
  if (!file) return { status: 404, headers: { "cache-control": "no-cache" }, body: null };
  const { type, bytes, br } = file;
  const body = br && chooseEncoding(acceptEncoding) === "br" ? br : bytes;
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-length": String(body.length),
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      ...(br && { vary: "Accept-Encoding" }),
      ...(body === br && { "content-encoding": "br" }),
    },
    body: method === "HEAD" ? null : body,
  };
}

/** A missing file is looked for again: a build may be about to write it. */
function remember(name: string): Promise<AssetFile | null> {
  const reading = read(name);
  files.set(name, reading);
  reading.then(
    (file) => file ?? files.delete(name),
    () => files.delete(name),
  );
  return reading;
}
