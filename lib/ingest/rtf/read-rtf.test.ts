import { expect, test } from "vitest";
import { readRtf } from "./read-rtf";

const FONTS =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset204{\\*\\fname Arial;}Arial Cyr;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f3\\fcharset128 MS Mincho;}{\\f4\\fnil\\fcharset177 David;}{\\f5\\fnil\\fcharset2 Wingdings;}}";
const STYLES =
  "{\\stylesheet{\\ql \\snext0 Normal;}{\\s1\\b heading 1;}{\\s2 Title;}{\\s3 Quote;}{\\*\\cs10 Default Paragraph Font;}}";

function read(body: string, head = "\\ansi\\ansicpg1252\\deff0") {
  const source = `{\\rtf1${head}${FONTS}${STYLES}{\\colortbl;\\red0;}{\\*\\generator Word;}${body}}`;
  const article = readRtf(Uint8Array.from([...source].map((letter) => letter.charCodeAt(0))));
  return { ...article, body: /<body>([\s\S]*)<\/body>/.exec(article.value)?.[1] };
}

test.each<[string, string, string]>([
  ["paragraphs", "\\pard One\\par Two\\par\r\nThree", "<p>One</p>\n<p>Two</p>\n<p>Three</p>"],
  ["bytes of the document's code page", "\\'80 240, caf\\'e9", "<p>€ 240, café</p>"],
  ["bytes of the font's character set", "{\\f1 \\'cc\\'e8\\'f0} {\\f3 \\'93\\'8c}", "<p>Мир 東</p>"],
  [
    "Unicode with a fallback",
    "\\u8364? 240 \\u-10179?\\u-8698? {\\uc2 \\u26481\\'93\\'8cx}{\\uc0\\u8212}y",
    "<p>€ 240 😆 東x—y</p>",
  ],
  ["text in two forms", "{\\upr{plain}{\\*\\ud{Uni\\u8364?}}}", "<p>Uni€</p>"],
  [
    "special characters",
    "5\\_10\\~a\\tab b\\line c co\\-op \\ldblquote d\\rdblquote\\emdash\\{\\}\\\\",
    "<p>5‑10\u00a0a\tb<br>c coop “d”—{}\\</p>",
  ],
  ["symbols", "{\\f2 \\'b3}3 {\\f5 \\'e0}", "<p>≥3 →</p>"],
  [
    "raised and lowered text",
    "10{\\super 9} CO{\\sub 2} a{\\up6 1}b{\\dn6 2}{\\super c\\nosupersub d}",
    "<p>10<sup>9</sup> CO<sub>2</sub> a<sup>1</sup>b<sub>2</sub><sup>c</sup>d</p>",
  ],
  [
    "bold, italic and struck text",
    "{\\b a}{\\i b\\i0 c}{\\strike d}\\b e\\plain f",
    "<p><strong>a</strong><em>b</em>c<s>d</s><strong>e</strong>f</p>",
  ],
  ["hidden text", "Seen{\\v  not}\\v0 .", "<p>Seen.</p>"],
  [
    "deleted text and a deleted end",
    "was {\\deleted $200}{\\revised $240}{\\deleted\\par} now",
    "<p>was $240 now</p>",
  ],
  [
    "the result of a field",
    '{\\field{\\*\\fldinst {HYPERLINK "https://example.org/"}}{\\fldrslt {\\ul site}}} p. {\\field{\\*\\fldinst PAGE}{\\fldrslt 9}}',
    '<p><a href="https://example.org/">site</a> p. 9</p>',
  ],
  ["a field without a result", "{\\field{\\*\\fldinst EQ \\\\f(1,4)}}", "<p>1⁄4</p>"],
  [
    "a ticked box",
    "{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres1{\\*\\ffname c}}}}} yes",
    "<p>☒ yes</p>",
  ],
  [
    "a choice",
    "{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl no}{\\*\\ffl 40 %}}}}}",
    "<p>40 %</p>",
  ],
  [
    "notes",
    "\\aftnnrlc $240{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} Source.}} and{\\super\\chftn{\\footnote\\ftnalt\\pard End.}}",
    "<p>$240[1] and[i]</p>\n<p>[1] Source.</p>\n<p>[i] End.</p>",
  ],
  [
    "a text box",
    "Before.{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn a}{\\sv 1}}{\\shptxt \\pard In a box.\\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext Again.}}}}\\par After",
    "<p>Before.</p>\n<p>In a box.</p>\n<p>After</p>",
  ],
  ["an old text box", "A{\\*\\do\\dptxbx{\\dptxbxtext\\pard Old box.\\par}}", "<p>A</p>\n<p>Old box.</p>"],
  [
    "pictures and data",
    "a{\\*\\shppict{\\pict\\pngblip 89504e}}{\\nonshppict{\\pict\\wmetafile8 0102}}b{\\pict\\bin4 }{\\\\x}c",
    "<p>abc</p>",
  ],
  ["unknown groups", "a{\\*\\unknown text}b{\\unknown c}", "<p>abc</p>"],
  [
    "headings, titles and quotations",
    "\\pard\\s2 T\\par\\pard\\s1 H\\par\\pard\\outlinelevel1 I\\par\\pard\\s3 Q\\par",
    "<h1>T</h1>\n<h1>H</h1>\n<h2>I</h2>\n<blockquote>\n<p>Q</p>\n</blockquote>",
  ],
  [
    "lists",
    "{\\listtext\\f2 \\'b7\\tab}\\pard\\ls1 a\\par{\\listtext\\f5 \\'a7\\tab}\\ilvl1 b\\par\\pard{\\pntext 3.\\tab}c\\par{\\listtext a)\\tab}d\\par",
    '<ul>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li></ul>\n</li></ul>\n<ol start="3">\n<li><p>c</p>\n</li></ol>\n<p>a) d</p>',
  ],
  [
    "a table",
    "\\trowd\\trhdr\\cellx1\\cellx2\\pard\\intbl Year\\cell Sum\\cell\\row\\trowd\\clvmgf\\cellx1\\cellx2\\pard\\intbl a\\par b\\cell 1\\cell\\row\\trowd\\clvmrg\\cellx1\\cellx2\\pard\\intbl\\cell 2\\cell\\row\\pard After",
    '<table><tr><th><p>Year</p></th><th><p>Sum</p></th></tr>\n<tr><td rowspan="2"><p>a</p>\n<p>b</p></td><td><p>1</p></td></tr>\n<tr><td><p>2</p></td></tr></table>\n<p>After</p>',
  ],
  [
    "a right-to-left paragraph",
    "\\pard\\rtlpar{\\rtlch\\af4\\ltrch\\f0\\rtlch \\'e0\\'e1}",
    '<p dir="rtl">אב</p>',
  ],
  [
    "an equation",
    "{\\mmath{\\*\\moMath{\\mr 4.1}{\\msSup{\\me{\\mr 10}}{\\msup{\\mr 9}}}}{\\mmathPict{\\pict x}}}",
    "<p><math><mn>4.1</mn><msup><mrow><mn>10</mn></mrow><mrow><mn>9</mn></mrow></msup></math></p>",
  ],
  ["comments and headers", "{\\header Draft}a{\\*\\atnid X}{\\*\\annotation why?}b", "<p>ab</p>"],
  ["groups that do not end", "{\\b a{\\i b", "<p><strong>a</strong><strong><em>b</em></strong></p>"],
])("%s", (_, body, expected) => {
  expect(read(body).body).toBe(expected);
});

test.each([
  ["Macintosh", "\\mac", "caf\\'8e", "café"],
  ["MS-DOS", "\\pca", "caf\\'82", "café"],
  ["Polish", "\\ansi\\ansicpg1250", "\\'b3\\'f3d\\'9f", "łódź"],
  ["UTF-8", "\\ansi\\ansicpg65001", "\\'e2\\'82\\'ac", "€"],
])("text in the code page of %s", (_, head, body, expected) => {
  expect(read(`{\\f9 ${body}}`, head).body).toBe(`<p>${expected}</p>`);
});

test("title, author and notes to the editor", () => {
  const body =
    "{\\info{\\title Trade \\u8364?}{\\author Ada}{\\operator Ed}}{\\header Draft}{\\revised a}{\\deleted b}{\\v c}{\\*\\annotation d}{\\pict 00}{\\object{\\*\\objclass Equation.3}{\\*\\objdata 00}{\\result{\\pict 00}}}{\\field{\\*\\fldinst AUTONUM}}";
  expect(read(body)).toMatchObject({
    title: "Trade €",
    byline: "Ada",
    notes: [
      "1 tracked deletion and 1 tracked insertion were accepted; the text is the accepted version.",
      "1 hidden passage was left out.",
      "1 comment was left out.",
      "1 picture was left out.",
      "1 equation was left out: the file has it as a picture only. Add it by hand.",
      "1 field (AUTONUM) has no text in the file and was left out.",
      "The headers and footers of the pages were left out.",
    ],
  });
});

test.each([
  ["groups in groups", "{".repeat(5000), "nested too deeply"],
  ["cells without end", "\\cell".repeat(600_000), "too many paragraphs"],
])("%s are refused", (_, body, message) => {
  expect(() => read(body)).toThrow(message);
});
