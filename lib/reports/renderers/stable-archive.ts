import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The part of an Office file that says when it was made. */
const PROPERTIES = "docProps/core.xml";

/** Numbers of bookmarks, which are counted over all files. */
const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g;

/** Names that are drawn at random for the addresses that a Word file links to. */
const RANDOM_NAME = /(?<=")rId[\w-]{16,}(?=")/g;

/**
 * An Office file without what differs each time it is made: times are those of the publication, and names are counted instead of random. So
 * the same Report gives the same bytes on every instance, with the same `ETag`.
 * @param file a ZIP archive
 * @param created ISO 8601 instant of the first publication
 * @param modified ISO 8601 instant of this publication
 */
export function stableArchive(file: Uint8Array, created: string, modified: string): Buffer {
  const links = counter();
  const bookmarks = counter();
  const parts: Zippable = {};
  for (const [name, part] of Object.entries(unzipSync(file))) {
    let content = part;
    if (name === PROPERTIES) content = strToU8(withDates(strFromU8(part), created, modified));
    else if (/\.(xml|rels)$/.test(name))
      content = strToU8(
        strFromU8(part)
          .replace(RANDOM_NAME, (random) => `rIdLink${links(random)}`)
          .replace(BOOKMARK, (_, before, id) => `${before}${bookmarks(id)}`),
      );
    parts[name] = [content, { mtime: new Date(modified) }];
  }
  return Buffer.from(zipSync(parts));
}

/** Counts names: 1 for the first that it is asked for, and the same number for the same name. */
function counter(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
}

function withDates(xml: string, created: string, modified: string): string {
  return xml
    .replace(/(<dcterms:created[^>]*>)[^<]*/, `$1${secondsOf(created)}`)
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${secondsOf(modified)}`);
}

/** An instant without fractions of a second, which Word does not read. */
function secondsOf(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}
