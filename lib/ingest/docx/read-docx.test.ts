import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { docxFile, equation, field, paragraph as p, packed, run as r } from "@/lib/testing/docx-file";
import { readDocxFile as read } from "@/lib/testing/read-docx-file";

test.each<[string, string, Parameters<typeof docxFile>[1], string[]]>([
  ["nothing to say", p("a"), {}, []],
  [
    "tracked changes",
    p(`<w:ins>${r("a")}</w:ins><w:del>${r("b")}</w:del><w:del>${r("c")}</w:del>`),
    {},
    ["2 tracked deletions and 1 tracked insertion were accepted; the text is the accepted version."],
  ],
  [
    "hidden text, in one piece",
    p(r("a") + r("b", "<w:vanish/>") + r("c", "<w:vanish/>") + r("d")),
    {},
    ["1 hidden passage was left out."],
  ],
  [
    "comments",
    p("a"),
    { comments: `<w:comment>${p("x")}</w:comment><w:comment>${p("y")}</w:comment>` },
    ["2 comments were left out."],
  ],
  [
    "pictures and charts",
    p(`${r("a")}<w:r><w:drawing><pic:pic/><c:chart/></w:drawing></w:r>`),
    {},
    ["1 picture was left out.", "1 chart was left out, with the text and figures in it."],
  ],
  [
    "equations, but no empty one",
    p(r("a") + equation("<m:r><m:t>x=1</m:t></m:r>") + equation("") + equation("<m:r><m:t>y=2</m:t></m:r>")),
    {},
    ["2 equations are written in one line. Compare with the file."],
  ],
  [
    "an equation that is a picture",
    p(`${r("a")}<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Equation.3"/></w:object></w:r>`),
    {},
    ["1 equation was left out: the file has it as a picture only. Add it by hand."],
  ],
  [
    "a field without a result",
    p(`${r("a")}${field("AUTONUM", "")}`),
    {},
    ["1 field (AUTONUM) has no text in the file and was left out."],
  ],
  [
    "an unknown symbol",
    p('<w:r><w:sym w:font="Own Logos" w:char="F041"/></w:r>'),
    {},
    ["1 symbol of a special font is shown as □. Compare with the file."],
  ],
  [
    "a header with words",
    p("a"),
    { header: p("Confidential draft") },
    ["The headers and footers of the pages were left out."],
  ],
  ["a header with the number of the page", p("a"), { header: p("3") }, []],
])("the notes on %s", (_, body, parts, expected) => {
  expect(read(docxFile(body, parts)).notes).toEqual(expected);
});

test.each<[string, string, string | undefined, string | undefined]>([
  [
    "both",
    "<dc:title>Trade with China</dc:title><dc:creator>Ada Byron;Max Planck</dc:creator>",
    "Trade with China",
    "Ada Byron, Max Planck",
  ],
  [
    "names of programs",
    "<dc:title>Microsoft Word - draft.doc</dc:title><dc:creator>Microsoft Office User</dc:creator>",
    undefined,
    undefined,
  ],
  ["a new document", "<dc:title>Document1</dc:title><dc:creator>admin</dc:creator>", undefined, undefined],
  ["the name of a file", "<dc:title>trade_v2.docx</dc:title>", undefined, undefined],
])("title and author from the properties: %s", (_, core, title, byline) => {
  expect(read(docxFile(p("a"), { core }))).toMatchObject({ title, byline });
});

test("a title that is set as one is the title", () => {
  const body = p("Seen Title", '<w:pStyle w:val="Title"/>') + p("a");
  expect(read(docxFile(body, { core: "<dc:title>Old title</dc:title>" }))).toMatchObject({
    title: "Seen Title",
  });
});

test("parts in UTF-16, and documents in the document", () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const document = `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document ${w} ${r}><w:body><w:p><w:r><w:t>Łódź</w:t></w:r></w:p><w:altChunk r:id="h"/><w:altChunk r:id="t"/><w:altChunk r:id="x"/></w:body></w:document>`;
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="x/aFChunk" Target="${target}"/>`;
  const bytes = zipSync({
    "word/document.xml": new Uint8Array(Buffer.from(document, "utf16le")),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships>${relation("h", "a.html")}${relation("t", "a.txt")}${relation("x", "a.pdf")}</Relationships>`,
    ),
    "word/a.html": strToU8("<p>240 &euro;</p>"),
    "word/a.txt": strToU8("a < b\nc"),
    "word/a.pdf": strToU8("%PDF"),
  });
  expect(read(bytes)).toMatchObject({
    body: "<p>Łódź</p>\n<div><p>240 &euro;</p></div>\n<div><p>a &lt; b</p><p>c</p></div>",
    notes: ["1 embedded document could not be read and was left out."],
  });
});

const STRICT = "http://purl.oclc.org/ooxml";
test.each<[string, Record<string, string>]>([
  [
    "strict, with prefixes of its own",
    {
      "_rels/.rels": `<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships"><x:Relationship Id="a" Type="${STRICT}/officeDocument/relationships/officeDocument" Target="/main/text.xml"/></x:Relationships>`,
      "main/text.xml": `<document xmlns="${STRICT}/wordprocessingml/main"><body><p><r><rPr xmlns:q="${STRICT}/wordprocessingml/main"><vanish q:val="false"/></rPr><t>Trade &amp; 240</t></r></p></body></document>`,
    },
  ],
  [
    "without relationships",
    {
      "Word\\Document.xml":
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Trade &#38; 240</w:t></w:r></w:p></w:body></w:document>',
    },
  ],
])("a file %s", (_, files) => {
  expect(read(packed(files)).body).toBe("<p>Trade &amp; 240</p>");
});
