import { describe, expect, test } from "vitest";
import { alignTexts } from "./align-texts";
import { type ReanchorOutcome, reanchor, reanchorAll } from "./reanchor";

const text = [
  "Trade rose to $240 billion in 2023, a record.",
  "The ministry said that exports of cars had doubled. Imports fell.",
  "Nobody at the ministry would say why imports fell so quickly that year.",
].join("\n");

/** The outcome for a quotation of the old text, with the text of its new range. */
function outcome(old: string, now: string, quote: string): [ReanchorOutcome["kind"], string?] {
  const start = old.indexOf(quote);
  const [found] = reanchorAll(old, now, [{ start, end: start + quote.length }]) as [ReanchorOutcome];
  return found.kind === "orphaned"
    ? [found.kind]
    : [found.kind, now.slice(found.range.start, found.range.end)];
}

describe("re-anchors a span when", () => {
  const lines = text.split("\n");
  test.each([
    ["nothing changed", text, "$240 billion", ["exact", "$240 billion"]],
    ["something was inserted before it", `News.\n${text}`, "$240 billion", ["moved", "$240 billion"]],
    [
      "something after it changed",
      text.replace("quickly", "fast"),
      "$240 billion",
      ["exact", "$240 billion"],
    ],
    ["a figure was corrected", text.replace("240", "250"), "$240 billion", ["changed", "$250 billion"]],
    [
      "words were inserted",
      text.replace("to $240", "to about $240"),
      "rose to $240 billion",
      ["changed", "rose to about $240 billion"],
    ],
    [
      "words were removed",
      text.replace("of cars ", ""),
      "exports of cars had doubled",
      ["changed", "exports had doubled"],
    ],
    [
      "its first word was replaced",
      text.replace("exports of", "sales of"),
      "exports of cars",
      ["changed", "sales of cars"],
    ],
    [
      "its last word was replaced",
      text.replace("cars had", "trucks had"),
      "exports of cars",
      ["changed", "exports of trucks"],
    ],
    ["its sentence was removed", text.replace(" Imports fell.", ""), "Imports fell", ["orphaned"]],
    ["its paragraph was removed", [lines[0], lines[2]].join("\n"), "exports of cars", ["orphaned"]],
    [
      "its paragraph was moved to the front",
      [lines[2], lines[0], lines[1]].join("\n"),
      "why imports fell so quickly",
      ["moved", "why imports fell so quickly"],
    ],
    [
      "the paragraphs were reversed",
      [...lines].reverse().join("\n"),
      "exports of cars had doubled",
      ["moved", "exports of cars had doubled"],
    ],
    [
      "everything was rewritten",
      "A new beginning, with nothing of what was there.",
      "exports of cars",
      ["orphaned"],
    ],
    ["the text is empty", "", "exports of cars", ["orphaned"]],
    [
      "two paragraphs became one",
      text.replaceAll("\n", " "),
      "a record.\nThe ministry",
      ["exact", "a record. The ministry"],
    ],
  ] as const)("%s", (_, now, quote, expected) => {
    expect(outcome(text, now, quote)).toEqual(expected);
  });

  test("finds the right occurrence of a repeated phrase", () => {
    const old = "The vote passed. The vote failed. The vote passed again. The vote was void.";
    const now = `Late news. ${old.replace("The vote failed. ", "")} The vote passed at last.`;
    const spans = [...old.matchAll(/The vote/g)].map(({ index }) => ({ start: index, end: index + 8 }));
    const found = reanchorAll(old, now, spans).map((each) => ("range" in each ? each.range.start : null));
    expect(found).toEqual([11, null, 28, 51]);
  });

  test.each([
    [
      "Chinese",
      "中国海关说贸易额达到两千四百亿美元。俄罗斯的数字较低。",
      "两千四百亿",
      "两千五百亿",
      "贸易额达到两千四百亿美元",
    ],
    ["Arabic", "ارتفعت التجارة إلى 240 مليار دولار في العام الماضي.", "240", "250", "التجارة إلى 240 مليار"],
    [
      "emoji and joined marks",
      "Lift-off 🚀 at 9, said the crew 👩‍🚀👨‍🚀 in one voice é.",
      "at 9",
      "at 10",
      "🚀 at 9, said the crew 👩‍🚀",
    ],
  ])("in %s", (_, old, from, to, quote) => {
    expect(outcome(old, old.replace(from, to), quote)).toEqual(["changed", quote.replace(from, to)]);
    expect(outcome(old, `0 ${old}`, quote)).toEqual(["moved", quote]);
  });

  test.each([
    [-1, 2],
    [3, 3],
    [4, 2],
    [0, text.length + 1],
  ])("%i..%i is misuse", (start, end) => {
    expect(() => reanchor(alignTexts(text, text), { start, end })).toThrow(RangeError);
  });
});

describe("the edges of an edited passage", () => {
  test.each<[string, string, string, string, [string, string?]]>([
    [
      "its first word was removed",
      "So old cars rose. It was.",
      "So cars rose. It was.",
      "old cars rose",
      ["changed", "cars rose"],
    ],
    [
      "its last word was removed",
      "So cars rose fast. It was.",
      "So cars rose. It was.",
      "cars rose fast",
      ["changed", "cars rose"],
    ],
    [
      "words around its beginning changed: the word like the old one belongs to it",
      "Then ministry reports said cars rose.",
      "Then minister report said cars rose.",
      "reports said cars",
      ["changed", "report said cars"],
    ],
    [
      "words around its end changed: the word like the old one belongs to it",
      "So cars rose slowly afterwards. It was.",
      "So cars rose slower afterward. It was.",
      "cars rose slowly",
      ["changed", "cars rose slower"],
    ],
    [
      "its first word changed at the beginning of the text",
      "Cars rose.",
      "Trucks rose.",
      "Cars rose",
      ["changed", "Trucks rose"],
    ],
    [
      "its last word changed at the end of the text",
      "Cars rose",
      "Cars soared",
      "Cars rose",
      ["changed", "Cars soared"],
    ],
    [
      "all of it was edited",
      "So it was: reporters agreed. It was.",
      "So it was: reporter agrees. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, and the words beside it",
      "So it is quietly reporters agreed afterwards. It was.",
      "So it is quiet reporter agrees afterward. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, at the beginning",
      "reporters agreed. It was.",
      "reporter agrees. It was.",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "all of it was edited, at the end",
      "It was: reporters agreed",
      "It was: reporter agrees",
      "reporters agreed",
      ["changed", "reporter agrees"],
    ],
    [
      "words were inserted at its beginning and its end",
      "So it was. Cars rose. It was.",
      "So it was. Some cars rose fast. It was.",
      "Cars rose",
      ["changed", "cars rose"],
    ],
  ])("%s", (_, old, now, quote, expected) => {
    expect(outcome(old, now, quote)).toEqual(expected);
  });
});

describe("a passage whose surroundings are gone", () => {
  const before = "Nobody knew anything about all that.";
  test.each<[string, string, string, string, [string, string?]]>([
    [
      "is found by fourteen letters",
      `${before} Abcdefg hijklmn`,
      "Abcdefg hijklmn! We saw quite other things",
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "is found after other words, but those may have been written again",
      `Abcdefg hijklmn. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["changed", "Abcdefg hijklmn"],
    ],
    [
      "is certain with the word before it",
      `Only Abcdefg hijklmn. ${before}`,
      `${before} Then there was Only Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "is certain with the word after it",
      `Abcdefg hijklmn says. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklmn says`,
      "Abcdefg hijklmn",
      ["moved", "Abcdefg hijklmn"],
    ],
    [
      "of five words is a passage that moved",
      `Ab cd ef gh ijklmnop. ${before} It was.`,
      `${before} Then there was, so; Ab cd ef gh ijklmnop`,
      "Ab cd ef gh ijklmnop",
      ["moved", "Ab cd ef gh ijklmnop"],
    ],
    [
      "is not found by thirteen letters",
      `Abcdefg hijklm. ${before}`,
      `${before} Then there was abcdefg; Abcdefg hijklm`,
      "Abcdefg hijklm",
      ["orphaned"],
    ],
    [
      "is not found if it occurs twice",
      `Abcdefg hijklmn. ${before}`,
      `${before} Then Abcdefg hijklmn; or Abcdefg hijklmn`,
      "Abcdefg hijklmn",
      ["orphaned"],
    ],
    [
      "is not found where the same words were before",
      `Abcdefg hijklmn. ${before} Abcdefg hijklmn!`,
      `${before} Abcdefg hijklmn!`,
      "Abcdefg hijklmn",
      ["orphaned"],
    ],
  ])("%s", (_, old, now, quote, expected) => {
    expect(outcome(old, now, quote)).toEqual(expected);
  });
});

describe("a passage that was rewritten in its old position", () => {
  test.each<[string, string, object]>([
    [
      "45% in common: it changed",
      "abcdefghijklmnopqrstuvw ABCDEFGHIJKLMNOPQRSTUVWXYZa",
      { kind: "changed", score: 0.46 },
    ],
    [
      "less than 45% is a candidate",
      "abcdefghijklmnopqrstuvw ABCDEFGHIJKLMNOPQRSTUVWXYZabcd",
      { kind: "orphaned", candidates: [{ start: 0, end: 54 }] },
    ],
  ])("%s", (_, now, expected) => {
    const old = "abcdefghijklmnopqrstuvw xyzxyzxyzxyzxyzxyzxyzxyzxyz";
    expect(reanchorAll(old, now, [{ start: 0, end: old.length }])).toMatchObject([expected]);
  });
});
