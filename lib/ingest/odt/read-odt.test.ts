import { expect, test } from "vitest";
import { packed } from "@/lib/testing/docx-file";
import { openArchive } from "../office/open-archive";
import { parseXml } from "../office/xml-tree";
import { ODT_NAMESPACES } from "./odt-namespaces";
import { isEncrypted, openDocumentKind, readFlatOdt, readOdt } from "./read-odt";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = [
  ...["office", "text", "table", "style", "meta", "manifest"].map(
    (name) => `xmlns:${name}="${OASIS}:${name}:1.0"`,
  ),
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:math="http://www.w3.org/1998/Math/MathML"',
].join(" ");

const AUTOMATIC = [
  '<style:style style:family="text" style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>',
  '<style:style style:family="text" style:name="Down"><style:text-properties style:text-position="-33% 58%"/></style:style>',
  '<style:style style:family="text" style:name="UpToo" style:parent-style-name="Up"/>',
  '<style:style style:family="text" style:name="Secret"><style:text-properties text:display="none"/></style:style>',
  '<style:style style:family="text" style:name="Bold"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:family="text" style:name="Sym"><style:text-properties style:font-name="Symbol"/></style:style>',
  '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Title"/>',
  '<style:style style:family="paragraph" style:name="Right"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>',
  '<style:style style:family="paragraph" style:name="SecretLine"><style:text-properties text:display="none"/></style:style>',
  '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="o"/></text:list-style>',
  '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>',
  '<text:list-style style:name="Letters"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")" text:start-value="3"/></text:list-style>',
].join("");

function odt(body: string, more: Record<string, string> = {}, styles = ""): Uint8Array {
  return packed({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${AUTOMATIC}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${NAMESPACES}><office:styles>${styles}</office:styles></office:document-styles>`,
    ...more,
  });
}

function read(bytes: Uint8Array) {
  const opened = openArchive(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const article = readOdt(opened.value);
  return { ...article, body: /<body>([\s\S]*)<\/body>/.exec(article.value)?.[1] };
}

const p = (content: string, style = "") =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;
const span = (style: string, content: string) =>
  `<text:span text:style-name="${style}">${content}</text:span>`;
const list = (style: string, more: string, ...items: string[]) =>
  `<text:list${style && ` text:style-name="${style}"`}${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join("")}</text:list>`;

test.each<[string, string, string]>([
  [
    "headings and paragraphs",
    `<text:h text:outline-level="2">A &amp; B</text:h>${p("c")}`,
    "<h2>A &amp; B</h2>\n<p>c</p>",
  ],
  [
    "blanks, tabs and line breaks",
    p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'),
    "<p>a b\tc<br>d</p>",
  ],
  [
    "superscripts and subscripts by style",
    p(`10${span("UpToo", "9")} CO${span("Down", "2")}`),
    "<p>10<sup>9</sup> CO<sub>2</sub></p>",
  ],
  ["hidden text", p(`Seen${span("Secret", " not")}`) + p("not", "SecretLine"), "<p>Seen</p>"],
  [
    "a hidden section",
    `<text:section text:display="none">${p("not")}</text:section><text:section>${p("Seen")}</text:section>`,
    "<p>Seen</p>",
  ],
  ["a hidden paragraph", p('not<text:hidden-paragraph text:is-hidden="true"/>') + p("Seen"), "<p>Seen</p>"],
  [
    "fields",
    p('Table <text:sequence text:name="T">7</text:sequence>, page <text:bookmark-ref>9</text:bookmark-ref>'),
    "<p>Table 7, page 9</p>",
  ],
  [
    "tracked changes",
    `<text:tracked-changes><text:changed-region><text:deletion>${p("$200")}</text:deletion></text:changed-region></text:tracked-changes>${p('was <text:change text:change-id="1"/><text:change-start/>$240<text:change-end/>')}`,
    "<p>was $240</p>",
  ],
  [
    "links",
    p('<text:a xlink:href="https://example.org/">site</text:a>'),
    '<p><a href="https://example.org/">site</a></p>',
  ],
  [
    "readings above characters",
    p("<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>とう</text:ruby-text></text:ruby>"),
    "<p>東</p>",
  ],
  ["symbols", p(span("Sym", "\uf0b3")), "<p>≥</p>"],
  [
    "a text frame",
    p(`Before.<draw:frame><draw:text-box>${p("In a box.")}</draw:text-box></draw:frame>`),
    "<p>Before.</p>\n<p>In a box.</p>",
  ],
  [
    "shapes in a group",
    `<draw:g><draw:custom-shape>${p("42 %")}</draw:custom-shape></draw:g>${p("a")}`,
    "<p>42 %</p>\n<p>a</p>",
  ],
  [
    "notes",
    p(
      `$240<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p("Source.")}</text:note-body></text:note> more`,
    ),
    "<p>$240[1] more</p>\n<p>[1] Source.</p>",
  ],
  ["comments", p(`a<office:annotation>${p("why?")}</office:annotation>`), "<p>a</p>"],
  ["a right-to-left paragraph", p("אבג", "Right"), '<p dir="rtl">אבג</p>'],
  ["bold text and a title", p("A", "P1") + p(span("Bold", "b")), "<h1>A</h1>\n<p><strong>b</strong></p>"],
  [
    "bullets in two levels, and an item of two paragraphs",
    list("Dots", "", p("a") + p("more") + list("", "", p("b")), p("c")),
    "<ul>\n<li><p>a</p>\n<p>more</p>\n<ul>\n<li><p>b</p>\n</li></ul>\n</li>\n<li><p>c</p>\n</li></ul>",
  ],
  ["numbers", list("Numbers", "", p("a"), p("b")), "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li></ol>"],
  [
    "numbers that go on",
    list("Numbers", "", p("a")) + p("x") + list("Numbers", ' text:continue-numbering="true"', p("b")),
    '<ol>\n<li><p>a</p>\n</li></ol>\n<p>x</p>\n<ol start="2">\n<li><p>b</p>\n</li></ol>',
  ],
  [
    "numbers of two levels",
    list("Numbers", "", p("a") + list("", "", p("b"))),
    "<ol>\n<li><p>a</p>\n</li></ol>\n<p>1.1. b</p>",
  ],
  ["letters from the third", list("Letters", "", p("a"), p("b")), "<p>c) a</p>\n<p>d) b</p>"],
  [
    "a table",
    `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p("H")}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p("a")}</table:table-cell><table:table-cell>${p("b")}</table:table-cell></table:table-row></table:table>`,
    '<table><tr><th colspan="2"><p>H</p></th></tr>\n<tr><td><p>a</p></td><td><p>b</p></td></tr></table>',
  ],
  [
    "a table of contents, without its template",
    `<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body>${p("One 1")}</text:index-body></text:table-of-content>`,
    "<p>One 1</p>",
  ],
])("%s", (_, body, expected) => {
  expect(read(odt(body)).body).toBe(expected);
});

test("numbers of headings are part of the text", () => {
  const styles =
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
  const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`;
  expect(read(odt(h(1, "A") + h(2, "B") + h(1, "C"), {}, styles)).body).toBe(
    "<h1>1 A</h1>\n<h2>1.1 B</h2>\n<h1>2 C</h1>",
  );
});

test("an embedded formula is read, once", () => {
  const formula = `<math:math ${NAMESPACES}><math:semantics><math:mfrac><math:mn>1</math:mn><math:mn>4</math:mn></math:mfrac><math:annotation>1 over 4</math:annotation></math:semantics></math:math>`;
  const body = p('A<draw:frame><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>');
  expect(read(odt(body, { "Object 1/content.xml": formula })).body).toBe(
    "<p>A<math><semantics><mfrac><mn>1</mn><mn>4</mn></mfrac></semantics></math></p>",
  );
});

test("notes to the editor, and the properties", () => {
  const body = `<text:tracked-changes><text:changed-region><text:deletion>${p("x")}</text:deletion></text:changed-region></text:tracked-changes>${p(`a${span("Secret", "b")}<draw:frame><draw:image/></draw:frame><office:annotation/>`)}`;
  const meta = `<office:document-meta ${NAMESPACES}><office:meta><dc:title>Trade</dc:title><meta:initial-creator>Ada</meta:initial-creator><dc:creator>Editor</dc:creator><dc:language>de-DE</dc:language></office:meta></office:document-meta>`;
  expect(read(odt(body, { "meta.xml": meta }))).toMatchObject({
    title: "Trade",
    byline: "Ada",
    language: "de-DE",
    notes: [
      "1 tracked deletion was accepted; the text is the accepted version.",
      "1 hidden passage was left out.",
      "1 comment was left out.",
      "1 picture was left out.",
    ],
  });
});

test("a document that is one XML file", () => {
  const root = parseXml(
    `<office:document ${NAMESPACES}><office:meta><dc:title>Trade</dc:title></office:meta><office:body><office:text>${p("a")}</office:text></office:body></office:document>`,
    ODT_NAMESPACES,
  );
  expect(readFlatOdt(root)).toMatchObject({ value: "<html><body><p>a</p></body></html>", title: "Trade" });
});

test.each([
  ["application/vnd.oasis.opendocument.text-template", "text"],
  ["application/vnd.oasis.opendocument.spreadsheet", "spreadsheet"],
  ["application/vnd.oasis.opendocument.presentation", "presentation"],
  ["application/epub+zip", null],
])("%s is of the kind %s", (mimetype, kind) => {
  const opened = openArchive(packed({ mimetype }));
  expect(opened.ok && openDocumentKind(opened.value)).toBe(kind);
});

test("a file with a password is known by its manifest", () => {
  const manifest = `<manifest:manifest ${NAMESPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;
  const opened = openArchive(odt("", { "META-INF/manifest.xml": manifest }));
  expect(opened.ok && isEncrypted(opened.value)).toBe(true);
});
