import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { docxFile, paragraph as p, packed, run as r } from "@/lib/testing/docx-file";
import { openArchive } from "../office/open-archive";
import { findDocument, readDocx } from "./read-docx";

function read(bytes: Uint8Array) {
  const opened = openArchive(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const name = findDocument(opened.value);
  if (!name) throw new Error("no document");
  const article = readDocx(opened.value, name);
  return { ...article, body: /<body>([\s\S]*)<\/body>/.exec(article.value)?.[1] };
}

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${result && `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const math = (content: string) => `<m:oMath>${content}</m:oMath>`;
const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

test.each<[string, string, string]>([
  // Fields
  [
    "a simple field",
    p(`${r("Table ")}<w:fldSimple w:instr=" SEQ T ">${r("7")}</w:fldSimple>`),
    "<p>Table 7</p>",
  ],
  [
    "the result of a field, without its code",
    p(`${r("page ")}${field("PAGEREF x \\h", "9")}${r(".")}`),
    "<p>page 9.</p>",
  ],
  [
    "a field in the code of another",
    p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field("MERGEFIELD n", "3")}<w:r><w:instrText> = 3 "a" "b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("a")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    "<p>a</p>",
  ],
  [
    "a field that ends in the next paragraph",
    `${p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("One 1")}`)}${p(`${r("Two 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)}`,
    "<p>One 1</p>\n<p>Two 2</p>",
  ],
  [
    "a field without an end",
    p(
      `${r("Up ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${r("5 percent")}`,
    ),
    "<p>Up 5 percent</p>",
  ],
  [
    "a link as a field",
    p(field('HYPERLINK "https://example.org/a"', "there")),
    '<p><a href="https://example.org/a">there</a></p>',
  ],
  [
    "a ticked box",
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r(" yes")}`,
    ),
    "<p>☒ yes</p>",
  ],
  [
    "the choice of a list",
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="40 %"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    "<p>40 %</p>",
  ],
  ["a fraction as a field", p(field("EQ \\f(1,240)", "")), "<p>1⁄240</p>"],
  [
    "a reading as a field",
    p(field('EQ \\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(とう),東)', "")),
    "<p>東</p>",
  ],
  ["a symbol as a field", p(field('SYMBOL 179 \\f "Symbol"', "")), "<p>≥</p>"],
  ["a button as a field", p(field("MACROBUTTON None [Name here]", "")), "<p>[Name here]</p>"],

  // Characters
  [
    "special characters",
    p(
      `<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>10</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:cr/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>`,
    ),
    "<p>5‑10\tcoop<br>a<br>b</p>",
  ],
  ["a symbol", p(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r("3")}`), "<p>≥3</p>"],
  ["an arrow of Wingdings", p('<w:r><w:sym w:font="Wingdings" w:char="F0E8"/></w:r>'), "<p>➔</p>"],
  ["a symbol with its own code", p('<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>'), "<p>€</p>"],
  ["text in a symbol font", p(r("a\uf0b1", '<w:rFonts w:ascii="Symbol"/>')), "<p>α±</p>"],
  [
    "readings above characters",
    p(`<w:r><w:ruby><w:rt>${r("とう")}</w:rt><w:rubyBase>${r("東")}</w:rubyBase></w:ruby></w:r>`),
    "<p>東</p>",
  ],
  ["capitals as they were typed", p(r("Nato", "<w:caps/>") + r(" Who", "<w:smallCaps/>")), "<p>Nato Who</p>"],

  // Raised and lowered text
  [
    "superscripts and subscripts",
    p(
      r("10") +
        r("9", '<w:vertAlign w:val="superscript"/>') +
        r(" CO") +
        r("2", '<w:vertAlign w:val="subscript"/>'),
    ),
    "<p>10<sup>9</sup> CO<sub>2</sub></p>",
  ],
  [
    "text raised by its position",
    p(r("10") + r("9", '<w:position w:val="6"/>') + r(" n") + r("1", '<w:position w:val="-4"/>')),
    "<p>10<sup>9</sup> n<sub>1</sub></p>",
  ],
  [
    "text raised by its style",
    p(r("$240") + r("3", '<w:rStyle w:val="Up"/>') + r("4", '<w:rStyle w:val="UpToo"/>')),
    "<p>$240<sup>34</sup></p>",
  ],
  [
    "a style switched off",
    p(r("$240") + r("3", '<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>')),
    "<p>$2403</p>",
  ],

  // Hidden text
  ["hidden text", p(r("Seen") + r(" not", "<w:vanish/>") + r(".")), "<p>Seen.</p>"],
  ["text hidden by its style", p(r("Seen") + r(" not", '<w:rStyle w:val="Secret"/>')), "<p>Seen</p>"],
  [
    "text hidden by its paragraph's style",
    p("not", '<w:pStyle w:val="SecretLine"/>') + p("Seen"),
    "<p>Seen</p>",
  ],
  [
    "text shown in a hidden style",
    p(r("Seen", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="SecretLine"/>'),
    "<p>Seen</p>",
  ],
  ["text hidden on the web", p(r("Seen") + r(" not", "<w:webHidden/>")), "<p>Seen</p>"],
  [
    "a heading in the line of its text",
    p("Lead.", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" Text."),
    "<p>Lead. Text.</p>",
  ],
  [
    "formerly hidden text",
    p(r("Seen", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")),
    "<p>Seen</p>",
  ],

  // Tracked changes
  [
    "an insertion and a deletion",
    p(`${r("was ")}<w:del><w:r><w:delText>$200</w:delText></w:r></w:del><w:ins>${r("$240")}</w:ins>`),
    "<p>was $240</p>",
  ],
  [
    "a moved passage",
    p(`<w:moveFrom>${r("A")}</w:moveFrom>${r("B")}<w:moveTo>${r("A")}</w:moveTo>`),
    "<p>BA</p>",
  ],
  ["a deleted end of a paragraph", p(r("One "), "<w:rPr><w:del/></w:rPr>") + p("two"), "<p>One two</p>"],
  [
    "a deleted paragraph",
    p("One") +
      p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>") +
      p("two"),
    "<p>One</p>\n<p>two</p>",
  ],
  [
    "a deleted field",
    p(
      `<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:del>${r("kept")}`,
    ),
    "<p>kept</p>",
  ],

  // Containers
  [
    "content controls",
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${p("Block")}</w:sdtContent></w:sdt>${p(`${r("in ")}<w:sdt><w:sdtContent>${r("line")}</w:sdtContent></w:sdt>`)}`,
    "<p>Block</p>\n<p>in line</p>",
  ],
  [
    "smart tags and custom XML",
    `<w:customXml>${p(`<w:smartTag>${r("Paris")}</w:smartTag><w:customXml>${r(" 2024")}</w:customXml>`)}</w:customXml>`,
    "<p>Paris 2024</p>",
  ],
  ["embedded directions", p(`<w:dir w:val="rtl">${r("אבג")}</w:dir>`, "<w:bidi/>"), '<p dir="rtl">אבג</p>'],
  [
    "a text box without a fallback",
    p(
      `${r("Before.")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("In a box.")}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
    ),
    "<p>Before.</p>\n<p>In a box.</p>",
  ],
  [
    "a text box with a fallback, once",
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("Box.")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("Box.")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    "<p>Box.</p>",
  ],
  [
    "an old text box",
    p(`<w:r><w:pict><v:shape><v:textbox>${box("Old box.")}</v:textbox></v:shape></w:pict></w:r>`),
    "<p>Old box.</p>",
  ],
  [
    "text in a drawing",
    p("<w:r><w:drawing><a:txBody><a:p><a:r><a:t>42 %</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"),
    "<p>42 %</p>",
  ],
  [
    "lettering",
    p('<w:r><w:pict><v:shape><v:textpath string="SOLD OUT"/></v:shape></w:pict></w:r>'),
    "<p>SOLD OUT</p>",
  ],
  [
    "a link",
    p(`<w:hyperlink r:id="l1">${r("site", "<w:u/>")}</w:hyperlink>`),
    '<p><a href="https://example.org/">site</a></p>',
  ],

  // Blocks
  [
    "headings by style, outline and basis",
    p("A", '<w:pStyle w:val="Heading2"/>') +
      p("B", '<w:outlineLvl w:val="0"/>') +
      p("C", '<w:pStyle w:val="Own"/>'),
    "<h2>A</h2>\n<h1>B</h1>\n<h3>C</h3>",
  ],
  [
    "a quotation",
    p("A", '<w:pStyle w:val="Quote"/>') + p("B", '<w:pStyle w:val="Quote"/>') + p("C"),
    "<blockquote>\n<p>A</p>\n<p>B</p>\n</blockquote>\n<p>C</p>",
  ],
  [
    "bold, italic and struck text",
    p(r("a", "<w:b/>") + r("b", '<w:i/><w:b w:val="false"/>') + r("c", "<w:strike/>")),
    "<p><strong>a</strong><em>b</em><s>c</s></p>",
  ],
])("%s", (_, body, expected) => {
  const styles = [
    '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="UpToo"><w:basedOn w:val="Up"/></w:style>',
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="SecretLine"><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="berschrift3"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift3"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>',
  ].join("");
  expect(read(docxFile(body, { styles, links: { l1: "https://example.org/" } })).body).toBe(expected);
});

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

test.each<[string, string, string]>([
  [
    "powers",
    `${mr("4.1×")}<m:sSup><m:e>${mr("10")}</m:e><m:sup>${mr("9")}</m:sup></m:sSup>`,
    "<mn>4.1</mn><mo>×</mo><msup><mrow><mn>10</mn></mrow><mrow><mn>9</mn></mrow></msup>",
  ],
  [
    "fractions",
    `<m:f><m:num>${mr("3")}</m:num><m:den>${mr("4")}</m:den></m:f>`,
    "<mfrac><mrow><mn>3</mn></mrow><mrow><mn>4</mn></mrow></mfrac>",
  ],
  ["roots", `<m:rad><m:deg/><m:e>${mr("x")}</m:e></m:rad>`, "<msqrt><mrow><mi>x</mi></mrow></msqrt>"],
  [
    "sums",
    `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mr("i")}</m:sub><m:sup>${mr("n")}</m:sup><m:e>${mr("x")}</m:e></m:nary>`,
    "<munderover><mo>∑</mo><mrow><mi>i</mi></mrow><mrow><mi>n</mi></mrow></munderover><mrow><mi>x</mi></mrow>",
  ],
  [
    "brackets",
    `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>${mr("x")}</m:e></m:d>`,
    "<mrow><mo>[</mo><mrow><mi>x</mi></mrow></mrow>",
  ],
  ["tracked changes", `<w:del>${mr("1")}</w:del><w:ins>${mr("2")}</w:ins>`, "<mn>2</mn>"],
])("an equation with %s", (_, content, expected) => {
  expect(read(docxFile(p(`${r("It is ")}${math(content)}`))).body).toBe(
    `<p>It is <math>${expected}</math></p>`,
  );
});

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
    p(r("a") + math("<m:r><m:t>x=1</m:t></m:r>") + math("") + math("<m:r><m:t>y=2</m:t></m:r>")),
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
