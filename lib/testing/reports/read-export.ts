import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import type { ExportFormat } from "@/lib/reports/export-formats";

/** Everything in an exported file that a person or a program can read, in one text with single spaces: words, addresses, properties. */
export async function readExport(format: ExportFormat, exported: Uint8Array): Promise<string> {
  const text = await readers[format](exported);
  return text
    .replace(/[\u2066-\u2069\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const asText = (file: Uint8Array) => new TextDecoder().decode(file);

const readers: Record<ExportFormat, (file: Uint8Array) => string | Promise<string>> = {
  pdf: readPdf,
  // Fonts as data have any letters.
  html: (file) =>
    withoutEntities(
      asText(file)
        .replace(/<style>.*?<\/style>/s, "")
        .replace(/<[^>]*>/g, readTag),
    ),
  md: (file) => withoutEntities(asText(file).replace(/\\([!-/:-@[-`{-~])/g, "$1")),
  txt: asText,
  csv: (file) => asText(file).replaceAll('""', '"'),
  xlsx: readZip,
  docx: readZip,
  json: (file) => stringsIn(JSON.parse(asText(file))).join(" "),
  claimreview: (file) => stringsIn(JSON.parse(asText(file))).join(" "),
  annotations: (file) => stringsIn(JSON.parse(asText(file))).join(" "),
};

/** The attributes of a tag, which have addresses and hidden texts. */
function readTag(tag: string): string {
  return ` ${[...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => value).join(" ")} `;
}

function withoutEntities(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) =>
    name ? (named[name] ?? entity) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}

/** The texts of every XML file inside. */
function readZip(file: Uint8Array): string {
  return Object.values(unzipSync(file))
    .map((part) => withoutEntities(strFromU8(part).replace(/<[^>]*>/g, readTag)))
    .join(" ");
}

async function readPdf(file: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(file));
  const { text } = await extractText(document, { mergePages: true });
  const links = await Promise.all(
    Array.from({ length: document.numPages }, async (_, page) =>
      (await document.getPage(page + 1)).getAnnotations(),
    ),
  );
  return `${text} ${JSON.stringify(links)} ${JSON.stringify(await document.getMetadata())}`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
