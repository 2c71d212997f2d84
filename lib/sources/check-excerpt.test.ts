import { expect, test } from "vitest";
import { checkExcerpt } from "./check-excerpt";

const TEXT =
  "Trade rose fast in 2023, said the ministry. It came to “$240 billion”, a record.\nNobody expected that of a year of war, the café owner added.\nThen it fell.";

/** The words found, or how they differ: -what the excerpt says-, +what the source says+. */
function outcome(excerpt: string): string {
  const check = checkExcerpt(TEXT, excerpt);
  if (check.kind === "missing") return "missing";
  if (check.kind === "found") return TEXT.slice(check.start, check.end);
  return check.parts
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `-${text}-` : `+${text}+`))
    .join("");
}

test.each([
  ["word for word, in quotation marks", "“Trade rose fast”", "Trade rose fast"],
  [
    "other capitals, marks and accents",
    `"it came to "$240  billion", A RECORD. nobody"`,
    "It came to “$240 billion”, a record.\nNobody",
  ],
  ["accents left out", "the cafe owner", "the café owner"],
  [
    "something left out",
    "Trade rose fast […] a record",
    "Trade rose fast in 2023, said the ministry. It came to “$240 billion”, a record",
  ],
  ["left out in another order", "a record … Trade rose fast", expect.stringContaining("-")],
  [
    "a number that is another",
    "Trade rose fast in 2022, said the ministry",
    "Trade rose fast in -2022-+2023+, said the ministry",
  ],
  ["another last word", "Trade rose fast in 2022", "Trade rose fast in -2022-+2023,+"],
  [
    "another first word",
    "Somebody expected that of a year of war",
    "-Somebody-+Nobody+ expected that of a year of war",
  ],
  ["words of somebody else", "The moon is made of cheese and nothing else", "missing"],
  ["nothing", " “” ", "missing"],
])("%s", (_, excerpt, expected) => {
  expect(outcome(excerpt)).toEqual(expected);
});

test.each([
  ["spaces", " "],
  ["line breaks", "\n"],
  ["quotation marks", "“"],
  ["brackets", "[ "],
])("a long row of %s inside of an excerpt comes to an end", (_, sign) => {
  expect(checkExcerpt("Nothing of it.", `Trade${sign.repeat(500_000)}rose`)).toEqual({ kind: "missing" });
});
