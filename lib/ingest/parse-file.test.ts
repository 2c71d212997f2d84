import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { docxFile, packed, paragraph } from "@/lib/testing/docx-file";
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
/** The beginning of a file of an old office program, and the name of a stream in it. */
const oldOffice = (stream: string) =>
  Buffer.concat([bytesOf(0xd0, 0xcf, 0x11, 0xe0), Buffer.from(stream, "utf16le")]);
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
    "Markdown",
    "a.md",
    "# Head\n\nOne *two*\nthree\n\n- a\n- b",
    "One two three\na\nb",
    ["The heading “Head” became the title and is not in the text."],
  ],
  [
    "plain text below its title",
    "a.txt",
    "Head\n\nOne two three.",
    "One two three.",
    ["The first line “Head” became the title and is not in the text."],
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
  ["an old office program", bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /in an old Office format/],
  ["an old Word file", oldOffice("WordDocument"), /old Word format \(DOC\)\. Save it as DOCX/],
  ["an old spreadsheet", oldOffice("Workbook"), /is a spreadsheet/],
  ["an Office file with a password", oldOffice("EncryptedPackage"), /protected by a password/],
  ["a spreadsheet", packed({ "xl/workbook.xml": "<a/>" }), /is a spreadsheet\. Copy the cells/],
  ["a presentation", packed({ "ppt/presentation.xml": "<a/>" }), /is a presentation\. Save it as PDF/],
  [
    "a Pages file",
    packed({ "Index/Document.iwa": "x" }),
    /is a Pages, Numbers or Keynote file\. Export it as DOCX/,
  ],
  [
    "a spreadsheet of LibreOffice",
    packed({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
    /is a spreadsheet/,
  ],
  ["a packed file of something else", packed({ "a.txt": "text" }), /is an archive, not a document/],
  [
    "Word's own XML",
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    /is a Word document as XML/,
  ],
  [
    "a link to Google Docs",
    '{"url":"https://docs.google.com/open?id=1"}',
    /only links to a document in Google Docs/,
  ],
  ["a web archive", "bplist00 text", /web archive of Safari/],
  ["a deeply nested document", docxFile("<w:sdt>".repeat(2000)), /too deeply nested/],
  [
    "a packed file that is no document",
    bytesOf(0x50, 0x4b, 3, 4, 0, 0, 0, 0),
    /is a damaged or protected archive/,
  ],
  [
    "a small file that unpacks to a large one",
    zipSync({ "word/document.xml": new Uint8Array(101 * 1024 * 1024) }, { level: 1 }),
    /unpacks to more than 100 MB/,
  ],
  ["a broken PDF", "%PDF-1.7 nothing", /The PDF cannot be read/],
  [
    "a picture",
    bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    /is a picture\. If it shows text/,
  ],
  ["bytes", bytesOf(1, 0, 2, 0, 3), /is not a text file/],
])("%s is refused, with what to do", async (_, bytes, message) => {
  expect(await outcome("given.bin", bytes)).toMatch(message);
});

test("a DOCX keeps headings, emphasis and every word; its first heading is the title", async () => {
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "A heading", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: "A part", heading: HeadingLevel.HEADING_2 }),
            ...SAMPLE.split("\n").map((line) => new Paragraph(line)),
            new Paragraph({ children: [new TextRun({ text: "Bold", bold: true }), new TextRun(" and not")] }),
          ],
        },
      ],
    }),
  );
  const article = await articleIn("a.docx", bytes);
  expect(article.text).toBe(`A part\n${SAMPLE}\nBold and not`);
  expect(article.metadata.title).toBe("A heading");
  expect(article.doc.content?.[0]?.type).toBe("heading");
  expect(article.doc.content?.at(-1)?.content?.[0]?.marks).toEqual([{ type: "bold" }]);
});

test.each<[string, string, Uint8Array | string, string, Record<string, string>]>([
  [
    "a DOCX with its properties",
    "a.docx",
    docxFile(paragraph("Costs rose."), {
      core: "<dc:title>Trade</dc:title><dc:creator>Ada</dc:creator><dc:language>en</dc:language>",
    }),
    "Costs rose.",
    { title: "Trade", byline: "Ada", language: "en" },
  ],
  [
    "an RTF",
    "a.rtf",
    "{\\rtf1{\\info{\\title Trade}}Costs rose\\par to $240.}",
    "Costs rose\nto $240.",
    { title: "Trade" },
  ],
  [
    "a mail",
    "a.eml",
    "From: Ada <a@example.org>\nSubject: Trade\nDate: Tue, 5 Mar 2024 10:00:00 +0100\nMessage-ID: <1>\n\nCosts rose.\n",
    "Costs rose.",
    { title: "Trade", byline: "Ada", publishedAt: "2024-03-05" },
  ],
  [
    "Markdown that looks like a header",
    "a.md",
    "Subject: Trade\n\nCosts rose.",
    "Subject: Trade\nCosts rose.",
    {},
  ],
])("%s is read with its details", async (_, name, bytes, text, metadata) => {
  const article = await articleIn(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  expect({ text: article.text, metadata: article.metadata }).toEqual({ text, metadata });
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
  expect([...paragraphs].filter((line) => /Running Head|^Page \d/.test(line))).toEqual([]);
  const whole = expected.split("\n");
  expect(whole.filter((line) => paragraphs.has(line)).length / whole.length).toBeGreaterThanOrEqual(0.85);
});

test("numbers of items and notes of a DOCX are not taken for added words", async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const item = (text: string) => paragraph(text, '<w:numPr><w:numId w:val="1"/></w:numPr>');
  const note = '<w:endnote w:id="2"><w:p><w:r><w:t>The board.</w:t></w:r></w:p></w:endnote>';
  const bytes = docxFile(
    `${item("Costs rose.")}${item('<w:r><w:t>Trade fell.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r>')}`,
    { numbering, endnotes: note, settings: '<w:endnotePr><w:numFmt w:val="lowerRoman"/></w:endnotePr>' },
  );
  const parsed = await parseFile({ name: "a.docx", bytes });
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      article: {
        text: "Article I. Costs rose.\nArticle II. Trade fell.[i]\n[i] The board.",
        differences: { listed: [], isCompared: true },
      },
    },
  });
});
