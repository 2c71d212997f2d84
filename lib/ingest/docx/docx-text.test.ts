import { expect, test } from "vitest";
import { docxFile, equation, field, paragraph as p, run as r } from "@/lib/testing/docx-file";
import { readDocxFile as read } from "@/lib/testing/read-docx-file";

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
  expect(read(docxFile(p(`${r("It is ")}${equation(content)}`))).body).toBe(
    `<p>It is <math>${expected}</math></p>`,
  );
});
