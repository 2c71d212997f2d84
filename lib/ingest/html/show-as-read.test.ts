import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";

/** The text of a passage; blocks separated by "|". Raised and lowered letters in ^{} and _{}. */
function textOf(value: string): string {
  const parsed = parseArticle({ format: "html", value, kind: "passage" });
  if (!parsed.ok) return `✗ ${parsed.error.message}`;
  return parsed.value.text.replaceAll("\n", "|");
}

function marked(value: string): string {
  const parsed = parseArticle({ format: "html", value, kind: "passage" });
  const runs = parsed.ok ? (parsed.value.doc.content?.[0]?.content ?? []) : [];
  return runs
    .map(({ text = "", marks = [] }) => {
      const script = marks.find(({ type }) => /script/.test(type))?.type;
      return script ? `${script === "superscript" ? "^" : "_"}{${text}}` : text;
    })
    .join("");
}

test.each<[string, string]>([
  ["4.1×10<sup>9</sup> litres", "4.1×10⁹ litres"],
  ["4.1 x 10<sup>12</sup>", "4.1 x 10¹²"],
  ["10<sup>-6</sup> and 10<sup>–6</sup> and 10<sup>−6</sup>", "10⁻⁶ and 10⁻⁶ and 10⁻⁶"],
  ["2<sup>n+1</sup> and 2<sup>n</sup>", "2ⁿ⁺¹ and 2ⁿ"],
  ["(a+b)<sup>2</sup> = x<sup>2</sup>", "(a+b)² = x²"],
  ["E=mc<sup>2</sup>, R<sup>2</sup>", "E=mc², R²"],
  ["30 m<sup>2</sup>, 5 km<sup>2</sup>, 12 cm<sup>3</sup>", "30 m², 5 km², 12 cm³"],
  ["9.8 m s<sup>−2</sup>", "9.8 m s⁻²"],
  ["120 metres<sup>2</sup>", "120 metres²"],
  ["CO<sub>2</sub>, H<sub>2</sub>O, C<sub>12</sub>H<sub>22</sub>O<sub>11</sub>", "CO₂, H₂O, C₁₂H₂₂O₁₁"],
  ["Ca<sup>2+</sup> and SO<sub>4</sub><sup>2−</sup>", "Ca²⁺ and SO₄²⁻"],
  ["<sup>14</sup>C and <sup>238</sup>U", "¹⁴C and ²³⁸U"],
  ["log<sub>10</sub> x", "log₁₀ x"],
  ["10<sup><b>9</b></sup>", "10⁹"],
  ["10<sup> 9 </sup>litres", "10⁹ litres"],
  ['10<span style="vertical-align: super; font-size: 60%">9</span>', "10⁹"],
  ['H<span style="vertical-align:sub">2</span>O', "H₂O"],
  ["Acme<sup>TM</sup> and Other<sup>®</sup>", "Acme™ and Other®"],
  ["5<sup>5</sup>", "5⁵"],
  ["x<sup>1/2</sup>", "x¹⁄²"],
  ["$19<sup>99</sup>", "$19⁹⁹"],
  ["١٠<sup>٩</sup>", "١٠⁹"],
])("raised and lowered figures: %s", (value, text) => {
  expect(textOf(`<p>${value}</p>`)).toBe(text);
});

test.each<[string, string]>([
  ["on 5<sup>th</sup> May", "on 5^{th} May"],
  ["le 1<sup>er</sup> mai, la 2<sup>e</sup>", "le 1^{er} mai, la 2^{e}"],
  ["the 2<sup>nd</sup>", "the 2^{nd}"],
  ["10<sup>−9 m</sup>", "10⁻⁹ ^{m}"],
  ["v<sub>max</sub> and x<sub>i</sub>", "v_{max} and x_{i}"],
  ["M<sup>lle</sup> X", "M^{lle} X"],
])("raised and lowered letters are marked: %s", (value, text) => {
  expect(marked(`<p>${value}</p>`)).toBe(text);
});

const NOTES = `<ol class="footnotes"><li>One.</li><li>Two.</li><li>Three.</li></ol>`;
test.each<[string, string]>([
  ["$240<sup>3</sup> million", "$240[3] million"],
  ["€1,240<sup>2</sup>", "€1,240[2]"],
  ["rose by 12<sup>1</sup> per cent", "rose by 12[1] per cent"],
  ["in 2019<sup>4</sup>", "in 2019[4]"],
  ["12.5%<sup>2</sup>", "12.5%[2]"],
  ["the costs<sup>3</sup> rose", "the costs[3] rose"],
  ["he said.<sup>3</sup> Then", "he said.[3] Then"],
  ["“twice”<sup>2</sup>", "“twice”[2]"],
  ["12<sup><a href='#fn3'>3</a></sup> ships", "12[3] ships"],
  ["12<a href='#fn3'><sup>3</sup></a> ships", "12[3] ships"],
  ["12<sup class='reference'>3</sup> ships", "12[3] ships"],
  ["12<sup id='fnref:3'><a href='#fn:3' class='footnote'>3</a></sup> ships", "12[3] ships"],
  ["12<a role='doc-noteref' href='#n3'>3</a> ships", "12[3] ships"],
  ["12<a epub:type='noteref' href='#n3'>3</a> ships", "12[3] ships"],
  ["12<a class='footnote-ref' href='#footnote-3'>3</a> ships", "12[3] ships"],
  ["12<sup>[3]</sup> ships", "12[3] ships"],
  ["12<sup><a href='#cite_note-1'>[3]</a></sup> ships", "12[3] ships"],
  ["12<sup>[a]</sup> ships", "12[a] ships"],
  ["12<sup><a href='#fna'>a</a></sup> ships", "12[a] ships"],
  ["12<sup>3,4</sup> ships", "12[3,4] ships"],
  ["12<sup>(3)</sup> ships", "12⁽³⁾ ships"],
  ["5×10<sup>3</sup><sup>2</sup>", "5×10³[2]"],
  ["المبلغ ٢٤٠<sup>٣</sup>", "المبلغ ٢٤٠[٣]"],
  ["5<sup>b</sup></p><p><sup>b</sup> In prices of 2019.", "5[b]|[b] In prices of 2019."],
  ["$240<sup>*</sup> and 5<sup>†</sup>", "$240* and 5†"],
  ["it was 12<sup>3</sup> then", "it was 12³ then"],
  [`it was 12<sup>3</sup> then${NOTES}`, "it was 12[3] then|One.|Two.|Three."],
  [
    "30 m<sup>2</sup> and 10<sup>3</sup> and x<sup>2</sup> with <sup>2</sup> notes",
    "30 m² and 10³ and x² with [2] notes",
  ],
  ["<sup>3</sup> In prices of 2019.", "[3] In prices of 2019."],
  ["<sup>3</sup>In prices of 2019.", "[3] In prices of 2019."],
])("references to notes: %s", (value, text) => {
  expect(textOf(`<p>${value}</p>`)).toBe(text);
});

test.each<[string, string]>([
  ["2<sup>1</sup>⁄<sub>2</sub> per cent", "2½ per cent"],
  ["1<sup>1</sup>/<sub>2</sub>", "1½"],
  ["<sup>3</sup>&frasl;<sub>4</sub> of them", "¾ of them"],
  ["<sup>3</sup>&frasl;<sub>7</sub>", "³⁄₇"],
  ["<sup>12</sup>/<sub>17</sub>", "¹²⁄₁₇"],
  ["<sup>1</sup>/2 of them", "½ of them"],
  ["2<sup>1/2</sup> inches", "2½ inches"],
  ["&frac12; and 2&frac34;", "½ and 2¾"],
  [
    "<span class='frac'>2<span class='sr-only'>+</span><span class='num'>1</span>⁄<span class='den'>2</span></span>",
    "2½",
  ],
  [
    "<span class='sfrac'><span class='num'>3</span><span class='sr-only'>/</span><span class='den'>8</span></span>",
    "⅜",
  ],
  ["<sup>1</sup> <sub>2</sub>", "[1] ₂"],
])("fractions: %s", (value, text) => {
  expect(textOf(`<p>${value}</p>`)).toBe(text);
});

const math = (inside: string) => `<p>a <math>${inside}</math> b</p>`;
test.each<[string, string]>([
  ["<mfrac><mn>1</mn><mn>2</mn></mfrac>", "½"],
  ["<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2½"],
  ["<mn>2</mn><mfrac><mn>3</mn><mn>7</mn></mfrac>", "2 ³⁄₇"],
  ["<msup><mn>10</mn><mn>3</mn></msup>", "10³"],
  ["<msup><mn>10</mn><mrow><mo>−</mo><mn>9</mn></mrow></msup>", "10⁻⁹"],
  ["<mn>4.1</mn><mo>×</mo><msup><mn>10</mn><mn>9</mn></msup>", "4.1×10⁹"],
  ["<msup><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mn>2</mn></msup>", "(a+b)²"],
  ["<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "(a+b)²"],
  ["<msup><mi>e</mi><mi>x</mi></msup>", "e^x"],
  ["<msup><mi>e</mi><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow></msup>", "e^(x+y)"],
  ["<msub><mi>x</mi><mn>2</mn></msub><msub><mi>x</mi><mi>i</mi></msub>", "x₂x_i"],
  ["<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"],
  ["<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a+b)⁄c"],
  ["<mfrac><mn>1.5</mn><mi>c</mi></mfrac>", "1.5⁄c"],
  ["<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)"],
  ["<mroot><mi>x</mi><mn>3</mn></mroot>", "∛(x)"],
  [
    "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
    "∑_(i=1)ⁿi",
  ],
  ["<mover><mi>x</mi><mo>¯</mo></mover>", "x̄"],
  ["<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)"],
  [
    "<mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo>",
    "(1, 2; 3, 4)",
  ],
  [
    "<semantics><mrow><mn>2</mn><mi>x</mi></mrow><annotation encoding='application/x-tex'>2x</annotation></semantics>",
    "2x",
  ],
  ["<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts>", "¹⁴C"],
  ["<mi>x</mi><mo>&InvisibleTimes;</mo><mi>y</mi>", "xy"],
  ["<mn>2</mn><mspace/><mn>3</mn>", "2 3"],
  ["<mn>2</mn><mn>3</mn>", "2 3"],
])("formulas: %s", (value, text) => {
  expect(textOf(math(value))).toBe(`a ${text} b`);
});

const HALF =
  "<math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation encoding='application/x-tex'>\\frac12</annotation></semantics></math>";
test.each<[string, string]>([
  [
    "KaTeX",
    `<span class="katex"><span class="katex-mathml">${HALF}</span><span class="katex-html" aria-hidden="true">12</span></span>`,
  ],
  [
    "MathJax 3",
    `<mjx-container><mjx-math aria-hidden="true">12</mjx-math><mjx-assistive-mml>${HALF}</mjx-assistive-mml></mjx-container>`,
  ],
  [
    "MathJax 2",
    `<span class="MathJax_Preview">12</span><span class="MathJax"><span class="math">12</span><span class="MJX_Assistive_MathML">${HALF}</span></span><script type="math/tex">\\frac12</script>`,
  ],
  [
    "MediaWiki",
    `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${HALF}</span><img src="https://x.org/a.svg" class="mwe-math-fallback-image-inline" alt="{1/2}"></span>`,
  ],
])("a formula of %s comes once", (_, value) => {
  expect(textOf(`<p>Only ${value} of them</p>`)).toBe("Only ½ of them");
});

test.each<[string, string]>([
  ["<p lang=en>He said <q>yes</q>.", "He said “yes”."],
  ["<p lang=en><q>a <q>brave</q> claim</q>", "“a ‘brave’ claim”"],
  ["<p lang=en><q>a <q>b <q>c</q></q></q>", "“a ‘b “c””".replace("””", "”’”")],
  ["<p lang=de>Sie sagte, <q>240 <q>Millionen</q></q>", "Sie sagte, „240 ‚Millionen‘“"],
  ["<p lang=fr>Elle a dit <q>oui</q>", "Elle a dit «\u00a0oui\u00a0»"],
  ["<p lang=ja><q>はい<q>え</q></q>", "「はい『え』」"],
  ["<p lang=ru><q>да</q>", "«да»"],
  ["<p lang=de-CH><q>ja</q>", "«ja»"],
  ["<p lang=xx><q>x</q>", "“x”"],
  ["<p lang=en>He said “<q>yes</q>”.", "He said “yes”."],
  ["<p lang=en>He said <q>“yes”</q>.", "He said “yes”."],
  ["<p lang=en>Empty <q></q>.", "Empty ."],
])("quotations: %s", (value, text) => {
  expect(textOf(value)).toBe(text);
});

test.each<[string, string]>([
  ["<ruby>船<rt>ふね</rt></ruby>の数", "船の数"],
  ["<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>", "汉字"],
  ["<ruby><rb>億</rb><rtc><rt>おく</rt></rtc></ruby>単位", "億単位"],
  ["<ruby><rb>二<rb>百<rt>に<rt>ひゃく</ruby>億", "二百億"],
  ["<ruby><rt>だけ</rt></ruby>", "だけ"],
])("ruby: %s", (value, text) => {
  expect(textOf(`<p>${value}</p>`)).toBe(text);
});

test("readings that are left out are noted", () => {
  const parsed = parseArticle({
    format: "html",
    value: "<p><ruby>船<rt>ふね</rt></ruby> <ruby>数<rt>かず</rt></ruby>",
  });
  expect(parsed.ok && parsed.value.notes).toEqual([
    "2 readings printed above characters (ruby) were left out.",
  ]);
});

/** A list as "ol 5(a b)", paragraphs as they are. */
function listOf(value: string): string {
  const parsed = parseArticle({ format: "html", value, kind: "passage" });
  if (!parsed.ok) return parsed.error.message;
  return (parsed.value.doc.content ?? [])
    .map((node) =>
      node.type === "orderedList"
        ? `ol ${node.attrs?.start}(${(node.content ?? []).map((item) => item.content?.[0]?.content?.[0]?.text).join(" ")})`
        : (node.content ?? []).map(({ text }) => text).join(""),
    )
    .join("|");
}

test.each<[string, string]>([
  ["<ol><li>a<li>b</ol>", "ol 1(a b)"],
  ["<ol start=5><li>a<li>b</ol>", "ol 5(a b)"],
  ["<ol><li value=7>a<li>b</ol>", "ol 7(a b)"],
  ["<ol start=0><li>a</ol>", "ol 0(a)"],
  ["<ol reversed><li>a<li>b<li>c</ol>", "3. a|2. b|1. c"],
  ["<ol reversed start=10><li>a<li><p>b</p></ol>", "10. a|9. b"],
  ["<ol><li>a<li value=4>b<li>c</ol>", "1. a|4. b|5. c"],
  ["<ol start=-1><li>a<li>b</ol>", "−1. a|0. b"],
  ["<ol type=a><li>a<li>b</ol>", "a. a|b. b"],
  ["<ol type=I start=4><li>a<li>b</ol>", "IV. a|V. b"],
  ["<ol style='list-style-type: upper-alpha' start=27><li>a</ol>", "AA. a"],
  ["<ol start=99999999><li>a</ol>", "99999999. a"],
])("numbers of lists: %s", (value, list) => {
  expect(listOf(value)).toBe(list);
});

test.each<[string, string]>([
  ["<ol class=footnotes><li>Note. <a href='#fnref1' class='footnote-backref'>↩</a></ol>", "Note."],
  ["<ol><li>Note. <a href='#r1'>↩︎</a></ol>", "Note."],
  ["<ol><li><a href='#r1'>^</a> Note.</ol>", "Note."],
  ["<ol><li><span class=mw-cite-backlink><b><a href='#c1'>^</a></b></span> Note.</ol>", "Note."],
  ["<ol><li><a href='#c1' role=doc-backlink>Jump up</a> Note.</ol>", "Note."],
  ["<p>Prices rose ↑ 5 by <a href='#up'>arrows ↑</a>", "Prices rose ↑ 5 by arrows ↑"],
])("links back from notes stay out: %s", (value, text) => {
  expect(textOf(value)).toBe(text);
});

test("a title from a heading has its figures", () => {
  const value = "<h1>10<sup>9</sup> tonnes of CO<sub>2</sub><sup><a href='#n1'>1</a></sup></h1><p>One.</p>";
  const parsed = parseArticle({ format: "html", value, kind: "passage" });
  expect(parsed.ok && parsed.value.metadata.title).toBe("10⁹ tonnes of CO₂[1]");
});
