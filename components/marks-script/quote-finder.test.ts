import { expect, test } from "vitest";
import { foldInvisible } from "@/lib/anchoring/fold-invisible";
import { foldPage } from "./fold-page";
import { quoteFinder } from "./quote-finder";

function found(page: string, exact: string, prefix = "", suffix = ""): string | null {
  const range = quoteFinder(foldInvisible(page))({ exact, prefix, suffix });
  return (
    range && `${page.slice(0, range.start)}[${page.slice(range.start, range.end)}]${page.slice(range.end)}`
  );
}

test.each([
  ["as it is", ["Prices rose by a half in May.", "rose by a half in May"], "Prices [rose by a half in May]."],
  [
    "other white space and quotation marks",
    ["He said “we\u00a0have\n  won the war” then.", '"we have won the war"'],
    "He said [“we\u00a0have\n  won the war”] then.",
  ],
  ["another normal form", ["Le cafe\u0301 de la gare", "café de la gare"], "Le [cafe\u0301 de la gare]"],
  [
    "soft hyphens",
    ["an inter\u00adnational agreement", "international agreement"],
    "an [inter\u00adnational agreement]",
  ],
  ["over paragraphs", ["First one.\nSecond two.", "one.\nSecond two"], "First [one.\nSecond two]."],
  [
    "the occurrence with its context",
    ["Growth was 5% in May. Later, in June, growth was 5% again.", "5%", "in June, growth was ", " again."],
    "Growth was 5% in May. Later, in June, growth was [5%] again.",
  ],
  [
    "a short one with its context",
    ["a rise of 5% in all", "5%", "a rise of ", " in all"],
    "a rise of [5%] in all",
  ],
  [
    "Chinese inside a sentence",
    ["去年国内生产总值增长百分之五点二左右。", "增长百分之五点二", "国内生产总值", "左右"],
    "去年国内生产总值[增长百分之五点二]左右。",
  ],
  [
    "a context that begins elsewhere",
    ["Advertisement\nPrices rose by a half.", "Prices rose by a half", "The paper's lead. ", "."],
    "Advertisement\n[Prices rose by a half].",
  ],
] as const)("finds %s", (_, [page, exact, prefix, suffix], expected) => {
  expect(found(page, exact, prefix, suffix)).toBe(expected);
});

test.each([
  ["what is not there", ["Prices fell.", "Prices rose"]],
  ["what is there twice with the same context", ["They rose a lot. They rose a lot.", "They rose a lot"]],
  ["a number inside another", ["a rise of 15% in all", "5%", "a rise of ", " in all"]],
  ["a word inside another", ["the misinformation spreads", "information spreads"]],
  ["a short one without its context", ["just 5% here", "5%", "growth in June was ", " again"]],
  ["a word that is everywhere", [`${"so ".repeat(500)}`, "so", "so ", " so"]],
  ["nothing", ["Some text", " \u200b "]],
] as const)("does not guess: %s", (_, [page, exact, prefix, suffix]) => {
  expect(found(page, exact, prefix, suffix)).toBeNull();
});

test("a text is folded in pieces as in one", () => {
  const raw = "Prices  rose “by a\u00a0half” in\n\n cafe\u0301s; e\u00adven so.  ".repeat(400);
  const pieces = foldPage(raw);
  let step = pieces.next();
  let count = 0;
  for (; !step.done; step = pieces.next()) count++;
  expect(count).toBeGreaterThan(3);
  const whole = foldInvisible(raw);
  expect(step.value.text).toBe(whole.text);
  for (const name of ["starts", "ends"] as const)
    expect([...(step.value.offsets?.[name].subarray(0, whole.text.length) ?? [])]).toEqual([
      ...(whole.offsets?.[name] ?? []),
    ]);
});
