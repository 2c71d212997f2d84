import type { ChildProcess } from "node:child_process";
import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { formatCitations } from "@/lib/citations/format-citation";
import { documentFolder } from "@/lib/document-bundle/load-bundle";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { smallReport } from "@/lib/testing/reports/small-report";
import { describeIsolationFailure, ISOLATION_LIMITS, runInChildProcess } from "./run-in-child-process";

const begun = vi.hoisted((): ChildProcess[] => []);
/** How many processes were running whenever one began. */
const atOnce = vi.hoisted((): number[] => []);

vi.mock("node:child_process", async (load) => {
  const whole = await load<typeof import("node:child_process")>();
  const fork = (...given: Parameters<typeof whole.fork>) => {
    begun.push(whole.fork(...given));
    atOnce.push(begun.filter(isRunning).length);
    return begun.at(-1);
  };
  return { ...whole, fork };
});

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a file comes out as: its text, the message that refuses it, or why reading it was ended. */
async function outcome(
  name: string,
  bytes: Uint8Array,
  limits = ISOLATION_LIMITS,
  signal?: AbortSignal,
): Promise<string> {
  const apart = await runInChildProcess("parse-file", { name, bytes }, { limits, signal });
  if (!apart.ok) return `✗ ${apart.error.kind}: ${describeIsolationFailure(name, apart.error, limits)}`;
  if (!apart.value.ok) return `✗ ${apart.value.error.message}`;
  return apart.value.value.kind === "article" ? apart.value.value.article.text : "a list";
}

/** A DOCX with other XML in it. */
function docx(documentXml: string | Uint8Array): Uint8Array {
  return zipSync({
    "[Content_Types].xml": bytesOf(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": bytesOf(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": typeof documentXml === "string" ? bytesOf(documentXml) : documentXml,
  });
}

const word = (body: string, head = "") =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A PDF of one page whose content is a stream. */
function pdf(stream: Uint8Array): Uint8Array {
  const parts = [
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>endobj\n",
    `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
  ].map(bytesOf);
  return Buffer.concat([...parts, stream, bytesOf("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF")]);
}

/** A packed file that says it is small and is not. */
function lyingZip(): Uint8Array {
  const honest = docx(word(`<w:p><w:r><w:t>${"a".repeat(120 * 1024 * 1024)}</w:t></w:r></w:p>`));
  const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength);
  for (let at = 0; at + 28 < honest.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  return honest;
}

const laughs = Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

test.each<[string, string, () => Uint8Array, RegExp]>([
  ["an honest file", "a.txt", () => bytesOf("One\nTwo"), /^One\nTwo$/],
  ["an honest DOCX", "a.docx", () => docx(word("<w:p><w:r><w:t>One</w:t></w:r></w:p>")), /^One$/],
  ["50 MB of text", "a.txt", () => new Uint8Array(50 * 1024 * 1024).fill(97), /^✗ a\.txt is 50 MB/],
  ["tags within tags", "a.html", () => bytesOf(`${"<div>".repeat(700_000)}x`), /^✗ .*nested too deeply/],
  ["a million attributes", "a.html", () => bytesOf(`<p ${"a ".repeat(1_000_000)}>One</p>`), /^(One|✗)/],
  [
    "entities that laugh a billion times",
    "a.docx",
    () => docx(word("<w:p><w:r><w:t>&l12;</w:t></w:r></w:p>", `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`)),
    /^✗ a\.docx/,
  ],
  ["elements within elements", "a.docx", () => docx(word("<w:p>".repeat(100_000))), /^✗ a\.docx/],
  ["a packed file that lies about its size", "a.docx", lyingZip, /^✗ a\.docx|the limit is 2,000,000/],
  ["a PDF that unpacks to gigabytes", "a.pdf", () => pdf(deflateSync(deflated())), /^✗ .*a\.pdf|^✗ The PDF/],
])(
  "%s ends, and this process continues",
  async (_, name, bytes, expected) => {
    expect(await outcome(name, bytes())).toMatch(expected);
  },
  60_000,
);

/** Something that a PDF's parser has to keep whole: a string of a quarter of a gigabyte. */
function deflated(): Uint8Array {
  return Buffer.concat([bytesOf("BT ("), Buffer.alloc(256 * 1024 * 1024, "a"), bytesOf(") Tj ET")]);
}

test("the bundled program can recognise the language of a text", async () => {
  const text = "Die Statistik zeigt, dass die Ausfuhren im vergangenen Jahr um zehn Prozent gestiegen sind. ";
  const bytes = bytesOf(text.repeat(8));
  const read = await runInChildProcess("parse-file", { name: "a.txt", bytes });
  expect(
    read.ok && read.value.ok && read.value.value.kind === "article" && read.value.value.article.metadata,
  ).toMatchObject({ language: "de" });
});

test("a task that takes too long or too much memory, or is cancelled, is ended", async () => {
  const text = bytesOf("One");
  expect(await outcome("a.txt", text, { milliseconds: 1, megabytes: 1024 })).toMatch(
    /^✗ too-slow: a\.txt could not be read within/,
  );
  expect(await outcome("a.txt", text, { milliseconds: 30_000, megabytes: 20 })).toMatch(
    /^✗ (too-large|crashed)/,
  );
  const stop = new AbortController();
  const waiting = outcome("a.txt", text, ISOLATION_LIMITS, stop.signal);
  stop.abort();
  expect(await waiting).toMatch(/^✗ cancelled/);
  expect(await outcome("a.txt", text, ISOLATION_LIMITS, stop.signal)).toMatch(/^✗ cancelled/);
});

test("of many files a few are read at a time, and all eventually", async () => {
  begun.length = atOnce.length = 0;
  const names = Array.from({ length: 9 }, (_, index) => `Text ${index}`);
  expect(await Promise.all(names.map((text) => outcome("a.txt", bytesOf(text))))).toEqual(names);
  expect(begun).toHaveLength(names.length);
  expect(Math.max(...atOnce)).toBeLessThanOrEqual(4);
  expect(begun.filter(isRunning)).toEqual([]);
}, 60_000);

test("a task says how far it is before its result comes", async () => {
  const said: string[] = [];
  const report = smallReport();
  const address = "https://desk.example/articles/taxes";
  const ran = await runInChildProcess(
    "render-outputs",
    {
      report,
      outputs: ["pages", "html", "claimreview"],
      address,
      pages: {
        site: { publicUrl: "https://desk.example", imageHosts: [], organisation: null },
        citations: formatCitations(factCheckAsWork(report, address)),
        folder: documentFolder(),
        logo: null,
      },
    },
    { onProgress: ({ format, position, total }) => said.push(`${format} ${position}/${total}`) },
  );
  expect(said).toEqual(["pages 1/3", "html 2/3", "claimreview 3/3"]);
  expect(ran.ok && ran.value.ok && ran.value.value.map(({ format }) => format)).toEqual([
    "html",
    "claimreview",
  ]);
});
