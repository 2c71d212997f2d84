import { expect, test } from "vitest";
import { docxFile, paragraph as p, run as r } from "@/lib/testing/docx-file";
import { readDocxFile as read } from "@/lib/testing/read-docx-file";

const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const cell = (text: string, properties = "") =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`;

test.each<[string, string, string]>([
  [
    "a head",
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Year")}</w:tr>${row(cell("2024"))}`,
    "<tr><th><p>Year</p></th></tr>\n<tr><td><p>2024</p></td></tr>",
  ],
  [
    "merged cells",
    row(cell("a", '<w:gridSpan w:val="2"/>'), cell("b", '<w:vMerge w:val="restart"/>')) +
      row(cell("c"), cell("d"), cell("", "<w:vMerge/>")),
    '<tr><td colspan="2"><p>a</p></td><td rowspan="2"><p>b</p></td></tr>\n<tr><td><p>c</p></td><td><p>d</p></td></tr>',
  ],
  [
    "a deleted row",
    `${row(cell("a"))}<w:tr><w:trPr><w:del/></w:trPr>${cell("b")}</w:tr>`,
    "<tr><td><p>a</p></td></tr>",
  ],
  [
    "rows and cells in content controls",
    `<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>${cell("a")}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>`,
    "<tr><td><p>a</p></td></tr>",
  ],
  [
    "a table in a table",
    row(`<w:tc><w:tbl>${row(cell("a"))}</w:tbl>${p("")}</w:tc>`),
    "<tr><td><table><tr><td><p>a</p></td></tr></table></td></tr>",
  ],
])("a table with %s", (_, rows, expected) => {
  expect(read(docxFile(`<w:tbl>${rows}</w:tbl>`)).body).toBe(`<table>${expected}</table>`);
});

const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const num = (id: number, list: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${more}</w:num>`;
const item = (text: string, id: number, at = 0, more = "") =>
  p(text, `${more}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;

test.each<[string, string, string, string]>([
  [
    "bullets",
    list(0, level(0, "bullet", "•"), level(1, "bullet", "o")) + num(1, 0),
    item("a", 1) + item("b", 1, 1) + item("c", 1),
    "<ul>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li></ul>\n</li>\n<li><p>c</p>\n</li></ul>",
  ],
  [
    "numbers that go on after a paragraph",
    list(0, level(0, "decimal", "%1.")) + num(1, 0),
    item("a", 1) + p("x") + item("b", 1),
    '<ol>\n<li><p>a</p>\n</li></ol>\n<p>x</p>\n<ol start="2">\n<li><p>b</p>\n</li></ol>',
  ],
  [
    "numbers that start again",
    list(0, level(0, "decimal", "%1.")) +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    item("a", 1) + item("b", 2),
    '<ol>\n<li><p>a</p>\n</li></ol>\n<ol start="5">\n<li><p>b</p>\n</li></ol>',
  ],
  [
    "letters",
    list(0, level(0, "lowerLetter", "%1)")) + num(1, 0),
    item("x", 1) + item("y", 1),
    "<p>a) x</p>\n<p>b) y</p>",
  ],
  [
    "words",
    list(0, level(0, "decimal", "Article %1")) +
      num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    item("x", 1),
    "<p>Article 5 x</p>",
  ],
  [
    "levels together",
    list(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0),
    item("A", 1, 0, '<w:pStyle w:val="Heading1"/>') +
      item("x", 1, 1) +
      item("B", 1, 0, '<w:pStyle w:val="Heading1"/>') +
      item("y", 1, 1),
    "<h1>1 A</h1>\n<p>1.1 x</p>\n<h1>2 B</h1>\n<p>2.1 y</p>",
  ],
  [
    "Roman numbers shown as Arabic",
    list(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0),
    item("A", 1) + item("x", 1, 1),
    "<p>I. A</p>\n<p>1.1 x</p>",
  ],
  ["no number at all", list(0, level(0, "decimal", "%1.")) + num(1, 0), item("a", 0), "<p>a</p>"],
])("a list with %s", (_, definitions, body, expected) => {
  expect(read(docxFile(body, { numbering: definitions })).body).toBe(expected);
});

const note = (kind: string, id: number, text: string) =>
  `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(text)}`)}</w:${kind}>`;
const cite = (kind: string, id: number, more = "") =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"${more}/></w:r>`;

test.each<[string, string, Parameters<typeof docxFile>[1], string]>([
  [
    "footnotes in the order of the text",
    p(`${r("$240")}${cite("footnote", 3)}${r(" and")}${cite("footnote", 2)}`),
    { footnotes: note("footnote", 2, " Second.") + note("footnote", 3, " First.") },
    "<p>$240[1] and[2]</p>\n<p>[1] First.</p>\n<p>[2] Second.</p>",
  ],
  [
    "endnotes beside footnotes",
    p(`${r("a")}${cite("footnote", 2)}${cite("endnote", 2)}`),
    { footnotes: note("footnote", 2, "F"), endnotes: note("endnote", 2, "E") },
    "<p>a[1][i]</p>\n<p>[1] F</p>\n<p>[i] E</p>",
  ],
  [
    "endnotes alone",
    p(`${r("a")}${cite("endnote", 2)}`),
    { endnotes: note("endnote", 2, "E") },
    "<p>a[1]</p>\n<p>[1] E</p>",
  ],
  [
    "marks of the author",
    p(`${r("a")}<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`),
    { footnotes: note("footnote", 2, "F") },
    "<p>a[*]</p>\n<p>[*] F</p>",
  ],
  [
    "numbers of their own",
    p(`${r("a")}${cite("footnote", 2)}`),
    {
      footnotes: note("footnote", 2, "F"),
      settings: '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    },
    "<p>a[c]</p>\n<p>[c] F</p>",
  ],
  [
    "a deleted reference",
    p(`${r("a")}<w:del>${cite("footnote", 2)}</w:del>`),
    { footnotes: note("footnote", 2, "F") },
    "<p>a</p>",
  ],
])("notes with %s", (_, body, parts, expected) => {
  expect(read(docxFile(body, parts)).body).toBe(expected);
});
