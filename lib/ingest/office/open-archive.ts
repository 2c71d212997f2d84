import { unzipSync } from "fflate";
import { err, ok, type Result } from "@/lib/result";
import { decodeXml, parseXml, type XmlElement } from "./xml-tree";

/** Maximum size of an unpacked file, in bytes. */
export const UNPACKED_LIMIT = 100 * 1024 * 1024;

/** Parts without text, which are not unpacked. */
const NOT_TEXT =
  /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svgz?|webp|avif|mp[34]|m4[av]|ogg|webm|wav|ttf|otf|woff2?|odttf|bin|ico)$/i;

/** The parts of a packed document. Their names have no "/" in front and are found whatever their case. */
export class Archive {
  readonly #parts: ReadonlyMap<string, Uint8Array>;

  constructor(
    /** The names of all parts, in the file's order; those without text included. */
    readonly names: readonly string[],
    parts: ReadonlyMap<string, Uint8Array>,
  ) {
    this.#parts = parts;
  }

  /** The content of a part; null if the archive does not have it, or has it without text. */
  bytes(name: string): Uint8Array | null {
    return this.#parts.get(keyOf(name)) ?? null;
  }

  /** The tree of an XML part, or null. @throws TooLarge */
  xml(name: string, namespaces: ReadonlyMap<string, string>): XmlElement | null {
    const bytes = this.bytes(name);
    return bytes && parseXml(decodeXml(bytes), namespaces);
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }
}

function keyOf(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/**
 * Unpacks a ZIP file.
 * @returns its parts; or that it is damaged or encrypted, or unpacks to more than UNPACKED_LIMIT
 */
export function openArchive(bytes: Uint8Array): Result<Archive, "damaged" | "too-large"> {
  try {
    let unpacked = 0;
    const names: string[] = [];
    // Only reads the directory of the archive.
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        names.push(name);
        return false;
      },
    });
    if (unpacked > UNPACKED_LIMIT) return err("too-large");
    const parts = unzipSync(bytes, { filter: ({ name }) => !NOT_TEXT.test(name) && !name.endsWith("/") });
    return ok(
      new Archive(
        names.map((name) => name.replaceAll("\\", "/").replace(/^\/+/, "")),
        new Map(Object.entries(parts).map(([name, part]) => [keyOf(name), part])),
      ),
    );
  } catch (cause) {
    console.warn("an archive could not be unpacked:", cause instanceof Error ? cause.message : cause);
    return err("damaged");
  }
}

/** The path of a part that another part refers to. @param base the referring part */
export function resolvePart(base: string, target: string): string {
  const path = target.startsWith("/") ? [] : base.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
