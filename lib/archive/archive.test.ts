import { expect, test } from "vitest";
import { isMonth, isPeriod, neighboursOf } from "./archive-month";
import { claimantCode, claimantPath, claimantSlug } from "./claimant-address";
import { foldText } from "./fold-text";
import { highlight } from "./highlight";
import { readCursor, writeCursor } from "./list-point";
import { nearestWord, typingErrors } from "./nearest-word";
import { MAX_QUERY, readSearchInput, searchPath } from "./search-input";

const ID = "0192f0c1-7a1b-7c3d-8e4f-0123456789ab";

test.each([
  ["Jane Doe", "jane-doe-23456789ab"],
  ["José  “Pepe” O’Brien", "jose-pepe-o-brien-23456789ab"],
  ["世界保健機関", "世界保健機関-23456789ab"],
  ["!!!", "23456789ab"],
  ["Very ".repeat(40), `${"very-".repeat(12).slice(0, -1)}-23456789ab`],
])("the slug of %s", (name, slug) => {
  expect(claimantSlug({ id: ID, name })).toBe(slug);
  expect(claimantCode(slug)).toBe("23456789ab");
});

test("the path of a claimant can be sent as it is", () => {
  expect(claimantPath({ id: ID, name: "Đorđe/?#" })).toBe("/claimants/%C4%91or%C4%91e-23456789ab");
});

test.each(["jane-doe", "jane-doe-23456789AB", "23456789abc", "jane-23456789ab-", "", "x".repeat(10)])(
  "%j is the slug of nobody",
  (slug) => expect(claimantCode(slug)).toBeNull(),
);

test.each([
  ["Peñarol", "penarol"],
  ["ÉCLAIR", "eclair"],
  ["ﬁne ½", "fine 1⁄2"],
  ["한국", "한국"],
  ["Й", "и"],
])("%s is compared as %s", (text, folded) => expect(foldText(text)).toBe(folded));

test("a cursor names a place in a list", () => {
  const point = { publishedAt: "2026-11-30T08:00:00.123Z", articleId: ID, rank: -12 };
  expect(readCursor(writeCursor(point))).toEqual(point);
  expect(readCursor(writeCursor({ ...point, rank: 0 }))).toEqual({ ...point, rank: 0 });
});

test.each([
  null,
  "",
  "~~",
  ID,
  `1~${ID}~1`,
  `1~${ID}~-0`,
  `-1~${ID}~-1`,
  `999999999999999~${ID}~-1`,
  `1~${ID.toUpperCase()}~-1`,
  `1~${ID}~-1;DROP`,
  `1~${ID}~-${"9".repeat(9)}`,
])("%j is no cursor", (cursor) => expect(readCursor(cursor)).toBeNull());

test.each([
  ["2026-11", true, true],
  ["2026-13", false, false],
  ["2026-00", false, false],
  ["0000-01", false, false],
  ["2026", false, true],
  ["2026-1", false, false],
  ["2026-11-01", false, false],
])("%s is a month: %s, a period: %s", (text, month, period) => {
  expect(isMonth(text)).toBe(month);
  expect(isPeriod(text)).toBe(period);
});

test.each([
  ["2026-10", { earlier: "2026-08", later: "2026-11" }],
  ["2026-11", { earlier: "2026-10", later: null }],
  ["2026-08", { earlier: null, later: "2026-10" }],
  ["2026-09", { earlier: "2026-08", later: "2026-10" }],
])("the months next to %s", (month, neighbours) => {
  expect(neighboursOf(month, ["2026-11", "2026-10", "2026-08"])).toEqual(neighbours);
});

const read = (query: string) => readSearchInput((name) => new URLSearchParams(query).get(name) || null);
const nothing = { q: "", rating: "", claimant: "", language: "", period: "", after: "" };

test.each([
  ["", {}],
  ["q=+rose++fast+", { q: "rose fast" }],
  ["q=a%00b%0Ac%E2%80%8Bd", { q: "ab c d" }],
  ["q=%25_%5C'%3B--", { q: "%_\\';--" }],
  ["q=%ED%A0%80x", { q: "���x" }],
  [
    "q=x&rating=false&language=de&claimant=jane-23456789ab",
    { q: "x", rating: "false", language: "de", claimant: "jane-23456789ab" },
  ],
  ["period=2026", { period: "2026" }],
  ["period=2026-11", { period: "2026-11" }],
  ["period=2026-99", {}],
  ["rating=%00", {}],
  [`rating=${"x".repeat(121)}`, {}],
  ["after=nowhere", {}],
  [`after=1~${ID}~-3`, { after: `1~${ID}~-3` }],
])("the search %j", (query, expected) => expect(read(query)).toEqual({ ...nothing, ...expected }));

test("a long query is cut, in letters and in words", () => {
  expect(read(`q=${"x".repeat(100_000)}`).q).toBe("x".repeat(MAX_QUERY));
  expect([...read(`q=${encodeURIComponent("𝕏".repeat(1_000))}`).q]).toHaveLength(MAX_QUERY);
  expect(read(`q=${"a+".repeat(50)}`).q.split(" ")).toHaveLength(12);
});

test.each([
  [{}, "/search"],
  [{ q: "100% & more" }, "/search?q=100%25+%26+more"],
  [{ rating: "false", q: "tax", after: "" }, "/search?q=tax&rating=false"],
])("the address of %j", (input, path) => expect(searchPath(input)).toBe(path));

/** With what was found in brackets. */
const shown = (text: string, found: string[], query = "") =>
  highlight(text, new Set(found), query)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join("");

test.each([
  ["Taxes rose, taxes fell.", ["taxes"], "", "[Taxes] rose, [taxes] fell."],
  ["The Peñarol taxation", ["penarol"], "", "The [Peñarol] taxation"],
  ["税金は税金だ", [], "税金", "[税金]は[税金]だ"],
  ["東京タワー", [], "タワー 京", "東[京][タワー]"],
  ["Nothing here", ["x"], "y", "Nothing here"],
  ["", ["x"], "y", ""],
])("what was found in %j", (text, found, query, expected) => {
  expect(shown(text, found, query)).toBe(expected);
});

test.each([
  ["same", "same", 0],
  ["", "abc", 3],
  ["goverment", "government", 1],
  ["govenrment", "government", 1],
  ["kitten", "sitting", 3],
])("typing errors from %j to %j: %i", (one, other, errors) => {
  expect(typingErrors(one, other)).toBe(errors);
  expect(typingErrors(other, one)).toBe(errors);
});

test.each([
  ["goverment", ["governor", "government"], "government"],
  ["taxse", ["taxes", "taxis"], "taxes"],
  ["unemploymnet", ["employment", "unemployment"], "unemployment"],
  ["tax", ["lap"], null],
  ["abcd", [], null],
])("%j probably means, of %j, %j", (word, known, nearest) => {
  expect(nearestWord(word, known)).toBe(nearest);
});
