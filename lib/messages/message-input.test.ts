import { describe, expect, test } from "vitest";
import { comparableText, countLinks, MESSAGE_LIMITS, parseContact } from "./message-input";

const typed = { kind: "error", text: "The year is wrong.", quote: "", url: "", name: "", email: "" };

describe("what a reader typed is refused", () => {
  test.each([
    ["without a kind", { kind: "" }, { kind: "kind" }],
    ["with an unknown kind", { kind: "praise" }, { kind: "kind" }],
    ["without a text", { text: " \r\n " }, { text: "text" }],
    ["with a text that is too long", { text: "a".repeat(5001) }, { text: "textLong" }],
    ["with too many links", { text: "https://a.example ".repeat(6) }, { text: "links" }],
    ["with a quotation that is too long", { quote: "a".repeat(1001) }, { quote: "quoteLong" }],
    ["with a script as the address", { url: "javascript:alert(1)" }, { url: "url" }],
    [
      "with an address that is too long",
      { url: `https://a.example/${"a".repeat(MESSAGE_LIMITS.url)}` },
      { url: "url" },
    ],
    ["with a name that is too long", { name: "a".repeat(201) }, { name: "nameLong" }],
    ["with two receivers", { email: "a@example.org, b@example.org" }, { email: "email" }],
    ["with a header", { email: "a@example.org\r\nBcc: b@example.org" }, { email: "email" }],
  ])("%s", (_, change, errors) => {
    expect(parseContact({ ...typed, ...change })).toEqual({ ok: false, errors });
  });
});

test.each([
  [
    "nothing but the text",
    {},
    { text: "The year is wrong.", name: null, email: null, url: null, quote: null },
  ],
  ["line ends of a form", { text: "One\r\nTwo" }, { text: "One\nTwo" }],
  [
    "a text at the limit, with line ends",
    { text: `${"a".repeat(4998)}\r\nb` },
    { text: `${"a".repeat(4998)}\nb` },
  ],
  ["as many links as are allowed", { text: "www.a.example ".repeat(5) }, { kind: "error" }],
  ["a name in two lines", { name: "Ann\nLee" }, { name: "Ann Lee" }],
  ["overrides of the direction", { name: "A\u202enn" }, { name: "Ann" }],
  ["an address", { email: " ann@example.org " }, { email: "ann@example.org" }],
])("a reader can send %s", (_, change, value) => {
  expect(parseContact({ ...typed, ...change })).toMatchObject({ ok: true, value });
});

test.each([
  ["none", "See our site.", 0],
  ["with and without a scheme", "http://a.example and www.b.example", 2],
  ["as forums and pages write them", "[url=x] <a href=x>", 2],
])("links: %s", (_, text, links) => {
  expect(countLinks(text)).toBe(links);
});

test.each([
  ["Buy now!!", "buy   NOW", true],
  ["Ｂｕｙ now", "buy now", true],
  ["Buy now", "Buy later", false],
])("%j and %j are the same text: %s", (one, other, same) => {
  expect(comparableText(one) === comparableText(other)).toBe(same);
});
