import { Step, Transform } from "@tiptap/pm/transform";
import { describe, expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { doc, em, p, strong } from "@/lib/testing/builders";
import { applyWordings } from "./apply-wordings";

type Inline = Parameters<typeof p>[number];

const article = doc(
  p("The bridge is 300 metres long, ", strong("the longest"), " in town."),
  p("It opened in 1990."),
);
const { text } = canonicalText(article);

/** A suggestion for the first place where a passage is in the text. */
function suggest(number: number, passage: string, wording: string) {
  const start = text.indexOf(passage);
  return { claimId: `claim-${number}`, number, start, end: start + passage.length, wording };
}

function apply(...suggestions: ReturnType<typeof suggest>[]) {
  const applied = applyWordings(article, suggestions);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value;
}

describe("suggested wordings in a text", () => {
  test.each<[string, Parameters<typeof suggest>[], string]>([
    ["one", [[1, "300 metres", "250 metres"]], text.replace("300", "250")],
    [
      "several, wherever they are",
      [
        [2, "in 1990", "in the year 1991"],
        [1, "300 metres", "0.25 km"],
      ],
      text.replace("300 metres", "0.25 km").replace("in 1990", "in the year 1991"),
    ],
    ["a longer one", [[1, "300", "about 250"]], text.replace("300", "about 250")],
    ["a shorter one", [[1, "long, the longest", "long"]], text.replace("long, the longest", "long")],
    [
      "words that touch",
      [
        [1, "The bridge ", "It "],
        [2, "is 300", "measures 250"],
      ],
      text.replace("The bridge is 300", "It measures 250"),
    ],
    ["a pair of surrogates", [[1, "300", "🌉 300"]], text.replace("300", "🌉 300")],
  ])("%s", (_, suggestions, expected) => {
    const applied = apply(...suggestions.map((each) => suggest(...each)));
    expect(applied.text).toBe(expected);
    for (const [number, , wording] of suggestions) {
      const range = applied.ranges.get(`claim-${number}`);
      expect(applied.text.slice(range?.start, range?.end)).toBe(wording);
    }
    const replayed = new Transform(article);
    for (const step of applied.steps) replayed.step(Step.fromJSON(articleSchema, step));
    expect(canonicalText(replayed.doc).text).toBe(expected);
  });

  test.each<[passage: string, wording: string, replaced: string[], inserted: string[]]>([
    ["300 metres", "250 metres", ["300"], ["250"]],
    ["is 300 metres", "is 305 metres", ["300"], ["305"]],
    ["metres long", "metre long", ["metres"], ["metre"]],
    ["The bridge is", "The bridge was", ["is"], ["was"]],
    ["bridge is 300", "bridge 300", ["is "], [""]],
    ["300", "about 300", [""], ["about "]],
    ["in 1990", "in 1990 or so", [""], [" or so"]],
    ["1990.", "1991.", ["1990."], ["1991."]],
    ["300", "300", [], []],
  ])("only words that differ are replaced: “%s” by “%s”", (passage, wording, replaced, inserted) => {
    const steps = apply(suggest(1, passage, wording)).steps as {
      from: number;
      to: number;
      slice?: { content: { text: string }[] };
    }[];
    expect(steps.map(({ from, to }) => article.textBetween(from, to))).toEqual(replaced);
    expect(steps.map(({ slice }) => slice?.content[0]?.text ?? "")).toEqual(inserted);
  });

  test("the words that stay keep their formatting, and new ones have that of all they replace", () => {
    const applied = apply(suggest(1, "long, the longest in", "long, the oldest in"));
    const replayed = new Transform(article);
    for (const step of applied.steps) replayed.step(Step.fromJSON(articleSchema, step));
    expect(replayed.doc.toJSON()).toEqual(
      doc(
        p("The bridge is 300 metres long, ", strong("the oldest"), " in town."),
        p("It opened in 1990."),
      ).toJSON(),
    );
  });

  test.each<[string, Inline[], string, Inline[]]>([
    ["words of several formats by plain ones", [strong("One"), em("two")], "Zwei", ["Zwei"]],
    ["the format that all words share stays", [strong("One"), strong(em("two"))], "Zwei", [strong("Zwei")]],
    ["words that are added are like those before", [strong("One")], "One or so", [strong("One or so")]],
  ])("%s", (_, before, wording, after) => {
    const mixed = doc(p(...before, " three."));
    const end = canonicalText(mixed).text.indexOf(" three.");
    const applied = applyWordings(mixed, [{ claimId: "a", number: 1, start: 0, end, wording }]);
    if (!applied.ok) throw new Error(applied.error.message);
    const replayed = new Transform(mixed);
    for (const step of applied.value.steps) replayed.step(Step.fromJSON(articleSchema, step));
    expect(replayed.doc.toJSON()).toEqual(doc(p(...after, " three.")).toJSON());
  });

  test.each<[string, Parameters<typeof suggest>[], string]>([
    [
      "two that overlap",
      [
        [4, "bridge is 300", "a"],
        [2, "300 metres", "b"],
      ],
      "The wordings suggested for claims 2 and 4 overlap. Accept one of them first, then look at the other again.",
    ],
    [
      "two of the same words",
      [
        [1, "300", "a"],
        [2, "300", "b"],
      ],
      "The wordings suggested for claims 1 and 2 overlap. Accept one of them first, then look at the other again.",
    ],
    [
      "one over two paragraphs",
      [[3, "town.\nIt", "a"]],
      "The wording suggested for claim 3 can't be put into the text as it is now. Edit the text by hand, then choose “Stands”.",
    ],
  ])("%s is refused", (_, suggestions, message) => {
    expect(
      applyWordings(
        article,
        suggestions.map((each) => suggest(...each)),
      ),
    ).toEqual({ ok: false, error: { message } });
  });

  test.each([
    ["beyond the end of the text", text.length - 1, text.length + 5],
    ["before its beginning", -1, 3],
    ["without a passage", 3, 3],
  ])("one %s is refused", (_, start, end) => {
    expect(applyWordings(article, [{ claimId: "a", number: 1, start, end, wording: "x" }]).ok).toBe(false);
  });
});
