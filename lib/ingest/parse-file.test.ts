import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { wordF1 } from "@/scripts/evaluate/import/evaluate-import";
import { parseFile } from "./parse-file";

const SAMPLE = readFileSync("prisma/demo/article.txt", "utf8").trimEnd();

/** What a file comes out as: the text and the notes, or the message that refuses it. */
async function outcome(name: string, bytes: Uint8Array | string) {
  const parsed = await parseFile({
    name,
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
  });
  if (!parsed.ok) return `✗ ${parsed.error.message}`;
  if (parsed.value.kind === "list") return parsed.value.list.entries;
  const { text, notes } = parsed.value.article;
  return { text, notes };
}

async function articleIn(name: string, bytes: Uint8Array) {
  const parsed = await parseFile({ name, bytes });
  if (!parsed.ok) throw new Error(parsed.error.message);
  if (parsed.value.kind !== "article") throw new Error(`${name} is no article`);
  return parsed.value.article;
}

const bytesOf = (...values: number[]) => Uint8Array.from(values);
/** Letters of an encoding of one byte a letter. */
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

test.each<[string, string, Uint8Array | string, string, string[]]>([
  ["UTF-8", "a.txt", "Größe", "Größe", []],
  ["UTF-16 with a mark", "a.txt", bytesOf(0xff, 0xfe, 0x47, 0, 0xdf, 0), "Gß", []],
  [
    "what a page says of itself",
    "a.html",
    latin('<html><head><meta charset="iso-8859-2"></head><body><p>\u00b3ab\u00eadzi</p></body></html>'),
    "łabędzi",
    ["The text was read as iso-8859-2."],
  ],
  [
    "letters of western Europe",
    "a.txt",
    latin("Die Gr\u00f6\u00dfe der B\u00e4ume \u00fcber den D\u00e4chern von M\u00fcnchen f\u00e4llt auf."),
    "Die Größe der Bäume über den Dächern von München fällt auf.",
    [expect.stringMatching(/^The text was read as /) as unknown as string],
  ],
  [
    "UTF-8 with a damaged letter",
    "a.html",
    Buffer.concat([
      Buffer.from('<html><head><meta charset="utf-8"></head><body><!-- '),
      bytesOf(0xe9),
      Buffer.from(" --><p>Mara Oduya’s caf"),
      bytesOf(0xe9),
      Buffer.from(" cost €240 million.</p></body></html>"),
    ]),
    "Mara Oduya’s caf� cost €240 million.",
    ["1 damaged character was replaced by �. Check the text near “Mara Oduya’s caf� cost €240 million.”."],
  ],
  [
    "UTF-8 with damage in a comment only",
    "a.html",
    Buffer.concat([Buffer.from("<html><body><!-- "), bytesOf(0xe9), Buffer.from(" --><p>€240 million</p>")]),
    "€240 million",
    [],
  ],
  ["Markdown", "a.md", "# Head\n\nOne *two*\nthree\n\n- a\n- b", "Head\nOne two three\na\nb", []],
  ["HTML by its content", "a", "<p>One</p><p>Two", "One\nTwo", []],
  [
    "what is not seen",
    "a.txt",
    "co\u00adop\u200bera\u202etion \u200dok",
    "cooperation \u200dok",
    ["1 soft hyphen was removed.", "1 zero-width space was removed.", "1 direction override was removed."],
  ],
  [
    "lines broken to a width",
    "a.txt",
    "Trade between the two countries rose to a record last year, as the\nministry said on Friday in a short statement that it published on\nits own pages in the evening of that day, when nobody looked at\nthem.\n\nThen it fell, and nobody in the ministry could say why that was so\nor when it would rise again.",
    "Trade between the two countries rose to a record last year, as the ministry said on Friday in a short statement that it published on its own pages in the evening of that day, when nobody looked at them.\nThen it fell, and nobody in the ministry could say why that was so or when it would rise again.",
    [],
  ],
  [
    "short lines stay as they are",
    "a.txt",
    "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you",
    "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you",
    [],
  ],
])("%s", async (_, name, bytes, text, notes) => {
  expect(await outcome(name, bytes)).toEqual({ text, notes });
});

test.each<[string, Uint8Array | string, RegExp]>([
  ["RTF", "{\\rtf1 text}", /is an RTF file\. Save it as DOCX/],
  ["an old office program", bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /in an old Office format/],
  ["a packed file that is no document", bytesOf(0x50, 0x4b, 3, 4, 0, 0, 0, 0), /an archive, not a DOCX file/],
  [
    "a small file that unpacks to a large one",
    zipSync({ "word/document.xml": new Uint8Array(101 * 1024 * 1024) }, { level: 1 }),
    /unpacks to more than 100 MB/,
  ],
  ["a broken PDF", "%PDF-1.7 nothing", /The PDF cannot be read/],
  ["a picture", bytesOf(0x89, 0x50, 0x4e, 0x47, 0, 0xff), /is not a text file/],
])("%s is refused, with what to do", async (_, bytes, message) => {
  expect(await outcome("given.bin", bytes)).toMatch(message);
});

test("a DOCX keeps headings, emphasis and every word", async () => {
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "A heading", heading: HeadingLevel.HEADING_1 }),
            ...SAMPLE.split("\n").map((line) => new Paragraph(line)),
            new Paragraph({ children: [new TextRun({ text: "Bold", bold: true }), new TextRun(" and not")] }),
          ],
        },
      ],
    }),
  );
  const article = await articleIn("a.docx", bytes);
  expect(article.text).toBe(`A heading\n${SAMPLE}\nBold and not`);
  expect(article.doc.content?.[0]?.type).toBe("heading");
  expect(article.doc.content?.at(-1)?.content?.[0]?.marks).toEqual([{ type: "bold" }]);
});

test("a PDF with pages, page numbers and hyphens comes out as its paragraphs", async () => {
  const compiler = NodeCompiler.create();
  const source = `#set page(paper: "a5", numbering: "1")\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n#for line in json(bytes(sys.inputs.text)) { par(line) }`;
  const bytes = compiler.pdf({
    mainFileContent: source,
    inputs: { text: JSON.stringify(SAMPLE.split("\n")) },
  });
  const article = await articleIn("a.pdf", bytes);
  expect(wordF1(article.text, SAMPLE)).toBeGreaterThanOrEqual(0.99);
  const paragraphs = article.text.split("\n");
  expect(SAMPLE.split("\n").filter((line) => !paragraphs.includes(line)).length).toBeLessThanOrEqual(3);
});

// The sample article, with a heading, a table, a list and a quotation behind it, as LibreOffice 7.4 writes it.
const WRITTEN = `Putin concludes a trip to China\n${SAMPLE}\nIn figures\nYear\nTrade\n2022\n$190 billion\n2023\n$240 billion\nfirst point of a list\nsecond point\nSomebody said so.`;

test("a DOCX that LibreOffice wrote", async () => {
  const article = await articleIn("a.docx", readFileSync("lib/ingest/fixtures/libreoffice.docx"));
  expect(article.text).toBe(WRITTEN);
  expect(article.doc.content?.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["heading", "table", "bulletList"]),
  );
});

test("a PDF that LibreOffice wrote", async () => {
  const article = await articleIn("a.pdf", readFileSync("lib/ingest/fixtures/libreoffice.pdf"));
  expect(wordF1(article.text, WRITTEN)).toBeGreaterThanOrEqual(0.97);
  expect(article.text).toContain("\nfirst point of a list\nsecond point\n");
});

// In a text of two columns, justified, hyphenated and with indents, as LibreOffice 7.4 writes it, running head and page numbers besides.
test.each([
  ["in English", "libreoffice-columns.pdf", "libreoffice-columns.txt", 0.99],
  ["in Hebrew, whose lines are in pieces", "libreoffice-hebrew.pdf", "libreoffice-hebrew.txt", 1],
])("a PDF of two columns %s", async (_, file, truth, kept) => {
  const article = await articleIn(file, readFileSync(`lib/ingest/fixtures/${file}`));
  const expected = readFileSync(`lib/ingest/fixtures/${truth}`, "utf8").trimEnd();
  // Neighbours together, so that the order counts.
  const pairs = (text: string) => text.split(/\s+/).map((word, at, all) => `${word}${all[at + 1] ?? ""}`);
  const found = new Set(pairs(article.text));
  const wanted = pairs(expected);
  expect(wanted.filter((pair) => found.has(pair)).length / wanted.length).toBeGreaterThanOrEqual(kept);
  const paragraphs = new Set(article.text.split("\n"));
  const whole = expected.split("\n");
  expect(whole.filter((line) => paragraphs.has(line)).length / whole.length).toBeGreaterThanOrEqual(0.85);
});
