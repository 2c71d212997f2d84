import { expect, test } from "vitest";
import { br, doc, item, link, ol, p, table, ul } from "@/lib/testing/builders";
import { canonicalText } from "./canonical-text";
import { fitsAddress, listStart, MAX_ADDRESS_LENGTH, withinOutputBounds } from "./output-bounds";

test.each<[unknown, number]>([
  [1, 1],
  [0, 0],
  [12, 12],
  [-1, 0],
  [2.7, 2],
  [999_999, 999_999],
  [1_000_000, 999_999],
  [1e20, 999_999],
  [Number.POSITIVE_INFINITY, 999_999],
  [Number.NaN, 1],
  ["5", 1],
  [null, 1],
])("a list that starts at %s starts at %i", (value, expected) => {
  expect(listStart(value)).toBe(expected);
});

const address = (length: number) => `https://example.org/${"a".repeat(length - 20)}`;

test("an address of exactly the maximum length fits", () => {
  expect(fitsAddress(address(MAX_ADDRESS_LENGTH))).toBe(true);
  expect(fitsAddress(address(MAX_ADDRESS_LENGTH + 1))).toBe(false);
});

const starting = (start: number, ...texts: string[]) => ({
  ...ol(...texts.map((text) => item(p(text)))),
  attrs: { start },
});

test.each([
  ["a list", doc(starting(-1, "One")), doc(starting(0, "One"))],
  [
    "a list in a list in a list",
    doc(ul(item(p("A"), starting(7, "B")), item(p("C"), starting(1e20, "D")))),
    doc(ul(item(p("A"), starting(7, "B")), item(p("C"), starting(999_999, "D")))),
  ],
  [
    "a link whose address is too long, between text",
    doc(p("See ", link(address(8000), "this"), " and ", link("https://example.org/", "that"))),
    doc(p("See this and ", link("https://example.org/", "that"))),
  ],
  ["a line break in such a link", doc(p(link(address(8000), "a", br, "b"))), doc(p("a", br, "b"))],
])("bounds %s and keeps the text", (_, before, after) => {
  const bounded = withinOutputBounds(before);
  expect(bounded.toJSON()).toEqual(after.toJSON());
  expect(canonicalText(bounded).text).toBe(canonicalText(before).text);
  expect(bounded.nodeSize).toBe(before.nodeSize);
});

test("a document within bounds stays the same object", () => {
  const within = doc(starting(3, "One"), table(["a"], ["b"]), p(link("mailto:a@example.org", "mail")));
  expect(withinOutputBounds(within)).toBe(within);
});
