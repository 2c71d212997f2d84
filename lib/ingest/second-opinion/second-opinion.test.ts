import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { describeDifferences } from "@/lib/fidelity/describe-differences";
import { type Original, secondOpinion } from "./second-opinion";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="math"';
const word = (body: string) =>
  zipSync({ "word/document.xml": strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`) });
const paragraph = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;
const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const styled = (style: string, text: string) =>
  `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const STYLES = [
  '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:styleId="Hidden"><w:basedOn w:val="Secret"/></w:style>',
  '<w:style w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
].join("");
const wordWithStyles = (body: string) =>
  zipSync({
    "word/document.xml": strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    "word/styles.xml": strToU8(`<w:styles ${W}>${STYLES}</w:styles>`),
  });
const html = (value: string): Original => ({ kind: "html", value });
const text = (value: string): Original => ({ kind: "text", value });
const docx = (...paragraphs: string[]): Original => ({ kind: "docx", bytes: word(paragraphs.join("")) });

/** Each difference as `original → imported`. */
async function opinion(original: Original, imported: string): Promise<string[]> {
  const { listed } = await secondOpinion(original, imported);
  return listed.map((each) => `${each.original} → ${each.imported}`);
}

const page = (body: string) =>
  html(`<nav>Home News About</nav><h1>Title</h1>${body}<footer>All rights reserved 2024</footer>`);

describe("what is lost, joined, separated or changed is found", () => {
  test.each<[string, Original, string, string[]]>([
    ["nothing", text("The wall cost $240 million."), "The wall cost $240 million.", []],
    ["a word", text("The old wall cost a lot."), "The wall cost a lot.", ["old → "]],
    ["a figure", text("It cost 240 million in 2023."), "It cost million in 2023.", ["240 → "]],
    ["a digit", text("It cost 240 million."), "It cost 24 million.", ["240 → 24"]],
    ["a decimal point", text("It rose by 4.5 per cent."), "It rose by 45 per cent.", ["4.5 → 45"]],
    ["a minus sign", text("It fell to −5 degrees."), "It fell to 5 degrees.", ["− → "]],
    ["a per cent sign", text("It is 5% of all."), "It is 5 of all.", ["% → "]],
    ["a currency", text("It cost $5 in all."), "It cost 5 in all.", ["$ → "]],
    [
      "two words joined",
      text("one million\u000bThe board"),
      "one millionThe board",
      ["million The → millionThe"],
    ],
    [
      "a word separated",
      text("the breakwater was built"),
      "the break water was built",
      ["breakwater → break water"],
    ],
    [
      "a paragraph that begins as the next one does",
      html("<p>So it all ended.</p><p>The cost rose.</p><p>The tax fell again.</p>"),
      "So it all ended.\nThe tax fell again.",
      ["The cost rose → "],
    ],
    [
      "a sentence that begins as the next one does",
      text("It ended. The cost rose. The tax fell."),
      "It ended. The tax fell.",
      ["The cost rose → "],
    ],
    [
      "a paragraph that ends as the one before does",
      html("<p>Trade rose in May.</p><p>Exports fell in May.</p><p>Then it ended.</p>"),
      "Trade rose in May.\nThen it ended.",
      ["Exports fell in May → "],
    ],
    [
      "a paragraph too many that begins as the next one does",
      html("<p>So it all ended.</p><p>The tax fell again.</p>"),
      "So it all ended.\nThe cost rose.\nThe tax fell again.",
      [" → The cost rose"],
    ],
    ["one of two equal words", text("It was very very long."), "It was very long.", ["very → "]],
    [
      "an exponent",
      page("<p>It holds 4.1×10<sup>9</sup> litres of water.</p>"),
      "It holds 4.1×109 litres of water.",
      ["10⁹ → 109"],
    ],
    [
      "a note number",
      page("<p>Costs rose to $240<sup>3</sup> in a year.</p>"),
      "Costs rose to $2403 in a year.",
      ["240³ → 2403"],
    ],
    [
      "a paragraph",
      page("<p>One two three four.</p><p>It cost 5 euros.</p><p>Six seven eight nine.</p>"),
      "One two three four.\nSix seven eight nine.",
      ["It cost 5 euros → "],
    ],
    [
      "words that the page hides",
      page("<p>One two three <span hidden>secret words</span> four five six.</p>"),
      "One two three secret words four five six.",
      [" → secret words"],
    ],
    [
      "a field of Word",
      docx(
        paragraph(
          run("Trade rose to "),
          `<w:fldSimple w:instr="X">${run("$240")}</w:fldSimple>`,
          run(" billion."),
        ),
      ),
      "Trade rose to billion.",
      ["$240 → "],
    ],
    [
      "an equation of Word",
      docx(paragraph(run("The rate is "), "<m:oMath><m:r><m:t>12.5</m:t></m:r></m:oMath>", run(" now."))),
      "The rate is now.",
      ["12.5 → "],
    ],
    [
      "hidden text of Word",
      docx(paragraph(run("Seen. "), run("Not seen.", "<w:vanish/>"), run(" Seen again."))),
      "Seen. Not seen. Seen again.",
      [" → Not seen"],
    ],
    [
      "the last paragraph of a file",
      docx(paragraph(run("First.")), paragraph(run("Last of 9."))),
      "First.",
      ["Last of 9 → "],
    ],
    [
      "characters of a script without spaces",
      text("建設費は２４０億円に上る。"),
      "建設費は億円に上る。",
      ["２４０ → "],
    ],
  ])("%s", async (_, original, imported, expected) => {
    expect(await opinion(original, imported)).toEqual(expected);
  });
});

describe("what is only written in another form is no difference", () => {
  test.each<[string, Original, string]>([
    [
      "an exponent",
      page("<p>It holds 4.1×10<sup>9</sup> litres of water.</p>"),
      "It holds 4.1×10⁹ litres of water.",
    ],
    [
      "an exponent by its style",
      page("<p>It holds 4.1×10<span style='vertical-align: super'>9</span> litres of water.</p>"),
      "It holds 4.1×10⁹ litres of water.",
    ],
    [
      "text of Word that a style hides, and figures that one raises",
      {
        kind: "docx",
        bytes: wordWithStyles(
          paragraph(
            styled("Hidden", "Not 7. "),
            run("It holds 4.1×10"),
            styled("Up", "9"),
            run(" litres of water."),
          ),
        ),
      },
      "It holds 4.1×10⁹ litres of water.",
    ],
    ["an ordinal", page("<p>On the 1<sup>st</sup> of May it rained.</p>"), "On the 1st of May it rained."],
    [
      "a note number in brackets",
      page("<p>Costs rose to $240<sup>3</sup> in a year.</p>"),
      "Costs rose to $240[3] in a year.",
    ],
    [
      "a fraction",
      page("<p>About 1<sup>1</sup>⁄<sub>2</sub> of the sum was spent.</p>"),
      "About 1½ of the sum was spent.",
    ],
    ["quotation marks and dashes", text('He said "no" - twice.'), "He said “no” – twice."],
    ["composed and decomposed letters", text("Cafe\u0301 in Zu\u0308rich"), "Café in Zürich"],
    ["soft hyphens", text("The break\u00adwater was built."), "The breakwater was built."],
    [
      "a word divided at the end of a line",
      text("The govern-\nment has fallen."),
      "The government has fallen.",
    ],
    [
      "readings of ruby",
      page("<p>港湾<ruby>船<rt>ふね</rt></ruby>の数は三月に増えた。</p>"),
      "港湾船の数は三月に増えた。",
    ],
    [
      "tracked changes that were accepted",
      docx(
        paragraph(
          run("It cost "),
          `<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>${run("6")}</w:ins>`,
          run(" euros."),
        ),
      ),
      "It cost 6 euros.",
    ],
    [
      "one of two forms of a drawing",
      docx(
        paragraph(
          run("Before. "),
          `<mc:AlternateContent><mc:Choice>${run("Box 7.")}</mc:Choice><mc:Fallback>${run("Box 7.")}</mc:Fallback></mc:AlternateContent>`,
        ),
      ),
      "Before. Box 7.",
    ],
    [
      "what surrounds the article of a page",
      page(
        "<p>One two three four.</p><div class='related'><p>More on this: 5 facts</p></div><p>Six seven eight nine.</p>",
      ),
      "One two three four.\nSix seven eight nine.",
    ],
    [
      "a passage that was moved",
      page("<p>Alpha beta gamma delta.</p><p>A note of several words.</p><p>Epsilon zeta eta theta.</p>"),
      "Alpha beta gamma delta.\nEpsilon zeta eta theta.\nA note of several words.",
    ],
  ])("%s", async (_, original, imported) => {
    expect(await opinion(original, imported)).toEqual([]);
  });
});

test("a file that the second reader cannot read is no reason to refuse the import", async () => {
  const found = await secondOpinion({ kind: "docx", bytes: strToU8("PK\u0003\u0004 no archive") }, "Text.");
  expect(describeDifferences(found)).toEqual([
    "The text could not be compared with its original. Check its figures.",
  ]);
});

test("the differences are counted and described", async () => {
  const found = await secondOpinion(
    text("It cost 240 million. The board of the port said nothing. It rained."),
    "It cost million. It rained.",
  );
  expect(describeDifferences(found)).toEqual([
    "1 passage and 1 figure differ from the original.",
    "Not in the text: “240”, after “It cost”.",
    "Not in the text: “The board of the port said nothing”, after “It cost million”.",
  ]);
});
