import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkExcerpt } from "./check-excerpt";

const TEXT =
  "Trade rose fast in 2023, said the ministry. It came to “$240 billion”, a record.\nNobody expected that of a year of war, the café owner added.\nThen it fell.";

/** The text found, or the differences: -in the excerpt-, +in the source+. */
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
  ["missing accents", "the cafe owner", "the café owner"],
  [
    "an omission",
    "Trade rose fast […] a record",
    "Trade rose fast in 2023, said the ministry. It came to “$240 billion”, a record",
  ],
  ["parts in another order", "a record … Trade rose fast", expect.stringContaining("-")],
  [
    "another number",
    "Trade rose fast in 2022, said the ministry",
    "Trade rose fast in -2022-+2023+, said the ministry",
  ],
  ["another last word", "Trade rose fast in 2022", "Trade rose fast in -2022-+2023+"],
  [
    "another first word",
    "Somebody expected that of a year of war",
    "-Somebody-+Nobody+ expected that of a year of war",
  ],
  ["unrelated text", "The moon is made of cheese and nothing else", "missing"],
  ["an omission at the start and the end", "… Trade rose […]", "Trade rose"],
  ["one of two parts is missing", "Trade rose … billions of dollars", "missing"],
  ["the same words twice", "a record … a record", "a record- a record-"],
  [
    "another word on the second line",
    "Nobody expected that of a year of peace",
    "Nobody expected that of a year of -peace-+war+",
  ],
  ["another word at the start of the last line", "Now it fell", "-Now-+Then+ it fell"],
  ["another word at the start of the text", "Imports rose fast", "-Imports-+Trade+ rose fast"],
  [
    "two other words at the end",
    "Trade rose fast in early June 2022",
    "Trade rose fast in -early June 2022-+2023, said+",
  ],
  [
    "two other words at the start",
    "Everybody said that of a year of war",
    "-Everybody said-+Nobody expected+ that of a year of war",
  ],
  [
    "more words than are left on the line",
    "It came to “$240 billion”, a record of all times",
    "It came to “$240 billion”, a record- of all times-+.+",
  ],
  ["white space beside another number", "Trade  rose\nfast in 2022", "Trade rose fast in -2022-+2023+"],
  ["another word over a line break", "a record. Nobody thought", "a record. Nobody -thought-+expected+"],
  [
    "other quotation marks beside another word",
    "It comes to ‘$240 billion’",
    "It -comes-+came+ to “$240 billion”",
  ],
  ["nothing", " “” ", "missing"],
  ["nothing at all", "", "missing"],
])("%s", (_, excerpt, expected) => {
  expect(outcome(excerpt)).toEqual(expected);
});

/** The check of an excerpt against a text: "found", "missing", or the differences. */
function compare(text: string, excerpt: string): string {
  const check = checkExcerpt(text, excerpt);
  if (check.kind !== "differs") return check.kind;
  return check.parts
    .map(({ kind, text: part }) => (kind === "same" ? part : kind === "removed" ? `-${part}-` : `+${part}+`))
    .join("");
}

describe("a match that cuts a word or number is a difference", () => {
  test.each([
    ["the end of a number", "It came to $240 billion.", "40 billion", "-40-+240+ billion"],
    ["the beginning of one", "It came to 2.4 per cent.", "It came to 2", "It came to -2-+2.4+"],
    ["a number without its sign", "It moved by -5 per cent.", "5 per cent", "+-+5 per cent"],
    ["the end of a word", "They were unable to pay.", "able to pay", "-able-+unable+ to pay"],
    ["can of can’t", "I think we can’t win.", "I think we can", "I think we can+’t+"],
    ["a vowel of Hindi", "कुल निर्यात बढ़ा", "कल निर्यात बढ़ा", "-कल-+कुल+ निर्यात बढ़ा"],
    ["a Japanese mark", "ばかと言った", "はかと言った", "-は-+ば+かと言った"],
    [
      "an Arabic number",
      "بلغت الصادرات ٢٤٠ مليار دولار",
      "بلغت الصادرات ٢٠٤ مليار",
      "بلغت الصادرات -٢٠٤-+٢٤٠+ مليار",
    ],
    [
      "a Chinese number",
      "出口达到2400亿美元，创新高。明年将下降。",
      "出口达到2040亿美元",
      "出口达到-2040-+2400+亿美元",
    ],
    [
      "a Chinese word at the end",
      "出口达到2400亿美元，创新高。明年将下降。",
      "2400亿美元，创新低",
      "2400亿美元，创新-低-+高+",
    ],
  ])("%s", (_, text, excerpt, expected) => {
    expect(compare(text, excerpt)).toBe(expected);
  });
});

test.each([
  ["soft hyphens and invisible characters", "Hy\u00adphens and zero\u200bwidth", "hyphens and zerowidth"],
  ["hyphens and bars", "a well‐known ― thing", "a well-known – thing"],
  ["spaces around dashes", "Trade rose—sharply—in May", "Trade rose – sharply – in May"],
  ["marks inside a quotation", "She said: “It doubled”.", "She said: ‘It doubled’."],
  ["a full stop that ends the excerpt", "It doubled, they say.", "It doubled."],
  ["several marks that end the excerpt", "It doubled, they say.", "It doubled.:"],
  ["marks inside an excerpt that a full stop ends", "It, well, doubled today.", "It, well, doubled."],
  ["an omission between two parts without spaces", "出口达到", "出口…达到"],
  ["an omission in square brackets", "Trade then rose", "Trade [...] rose"],
  ["an omission in round brackets", "Trade then rose", "Trade (…) rose"],
  ["an omission as three full stops", "Trade then rose", "Trade...rose"],
  ["a space on one side of a dash", "Trade rose—sharply", "Trade rose— sharply"],
  ["two hyphens for a dash", "Trade rose – sharply", "Trade rose -- sharply"],
  ["a first letter in brackets", "Last year trade rose.", "[T]rade rose"],
  ["a number inside a Chinese line", "出口达到2400亿美元", "2400亿美元"],
  ["an Arabic word with tatweel", "قال الوزير ذلك", "قال الوزيـــر"],
  ["digits of another script", "بلغت 240 مليار", "بلغت ٢٤٠ مليار"],
  ["a word before its genitive", "The minister’s office", "The minister"],
])("no difference: %s", (_, text, excerpt) => {
  expect(compare(text, excerpt)).toBe("found");
});

describe("says where the passage is", () => {
  test.each<[string, string, object]>([
    ["found at the start", "Trade rose", { kind: "found", start: 0, end: 10 }],
    ["found at the end", "it fell.", { kind: "found", start: 147, end: 155 }],
    ["found after an omission", "a record … Then it fell.", { kind: "found", start: 71, end: 155 }],
    [
      "similar over a line break, which its wording shows as a space",
      "a record. Nobody thought",
      { kind: "differs", start: 71, end: 96, wording: "a record. Nobody expected" },
    ],
    [
      "similar at the end",
      "Now it fell",
      { kind: "differs", start: 142, end: 154, wording: "Then it fell", score: 0.8 },
    ],
  ])("%s", (_, excerpt, expected) => {
    expect(checkExcerpt(TEXT, excerpt)).toMatchObject(expected);
  });

  test("any run of words of a source is found where it is", () => {
    const starts = [...TEXT.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
    const ends = [...TEXT.matchAll(/[\p{L}\p{N}](?![\p{L}\p{N}])/gu)].map(({ index }) => index + 1);
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.constantFrom(...ends), (start, end) => {
        // Letters match in either case, so "it" is found at the first "It".
        const same = TEXT.toLowerCase().indexOf(TEXT.slice(start, end).toLowerCase());
        fc.pre(start < end && same === start);
        expect(checkExcerpt(TEXT, TEXT.slice(start, end))).toEqual({ kind: "found", start, end });
      }),
    );
  });
});

test.each([
  ["spaces", " "],
  ["line breaks", "\n"],
  ["quotation marks", "“"],
  ["brackets", "[ "],
])("a long run of %s inside an excerpt finishes", (_, sign) => {
  expect(checkExcerpt("Nothing of it.", `Trade${sign.repeat(500_000)}rose`)).toEqual({ kind: "missing" });
});

describe("the cost is bounded", () => {
  test.each<[string, string, string, string]>([
    ["repetitive parts", "1,".repeat(100_000), "1,1,1 … ".repeat(80), "differs"],
    ["one repeated letter", "a".repeat(1_000_000), "a".repeat(9000), "missing"],
    [
      "a letter that differs in the middle",
      "a".repeat(1_000_000),
      `${"a".repeat(4900)}b${"a".repeat(4900)}`,
      "missing",
    ],
    ["thousands of parts", "a ".repeat(500_000), "a…".repeat(4000), "found"],
    ["thousands of parts, the last one missing", "a ".repeat(500_000), `${"a…".repeat(4000)}b`, "missing"],
    ["Chinese on one line", "中".repeat(500_000), `${"中".repeat(4999)}国`, "missing"],
    ["an excerpt longer than the text", "Trade rose. ".repeat(10), "Trade rose. ".repeat(800), "missing"],
    ["an excerpt that is too long", "Trade rose. ".repeat(900), "Trade rose. ".repeat(900), "missing"],
  ])("%s", (_, text, excerpt, expected) => {
    expect(checkExcerpt(text, excerpt).kind).toBe(expected);
  });

  test("the parts of a similar passage stay near it in a line of numbers without spaces", () => {
    const check = checkExcerpt("1,".repeat(100_000), "1,1,1 … ".repeat(80));
    expect(check.kind === "differs" && check.end - check.start).toBeLessThan(2000);
  });
});

test.each([
  ["a ligature at the end", "The diﬀ", "the dif", "The diﬀ"],
  ["one in the middle", "An oﬃce block", "office block", "oﬃce block"],
])("%s is all part of the passage", (_, text, excerpt, expected) => {
  const check = checkExcerpt(text, excerpt);
  expect(check.kind === "missing" ? check.kind : text.slice(check.start, check.end)).toBe(expected);
});
