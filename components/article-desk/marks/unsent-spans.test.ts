import { describe, expect, test } from "vitest";
import { buildClaim } from "@/lib/testing/builders";
import { spansOf } from "./spans-of";
import { isInText, keyOfUnsentMark, unsentMarkId } from "./unsent-spans";

const ratings = [
  {
    key: "true",
    label: "True",
    definition: "It is so.",
    value: 5,
    colour: "deep-blue",
    underline: "solid",
    icon: "check",
  },
] as unknown as Parameters<typeof spansOf>[1];
const waiting = (key: string, start: number, end: number, ratingKey: string | null = null) => ({
  ...{ key, start, end, ratingKey },
  versionId: "version",
  statement: "It rose.",
  exact: "rose",
});

describe("the marks of claims that are not sent yet", () => {
  const sent = buildClaim({ id: "sent", anchor: { ...buildClaim().anchor, start: 10, end: 20 } });
  test.each([
    ["before the others", waiting("a", 0, 5), ["unsent:a", "sent"], 0],
    ["after them", waiting("a", 30, 35), ["sent", "unsent:a"], 0],
    ["around one: the inner mark is nearer to the text", waiting("a", 5, 30), ["unsent:a", "sent"], 1],
  ])("%s", (_, unsent, order, lane) => {
    const spans = spansOf([sent], ratings, new Map(), [unsent]);
    expect(spans.map(({ id }) => id)).toEqual(order);
    expect(spans.find(({ id }) => id === "unsent:a")).toMatchObject({ lane, unsent: true });
  });

  test.each([
    ["true", "Claim not sent yet, True", "deep-blue"],
    [null, "Claim not sent yet, no verdict", null],
    ["of another scale", "Claim not sent yet, no verdict", null],
  ])("with the verdict %s, it is described as “%s”", (rating, label, colour) => {
    expect(spansOf([], ratings, new Map(), [waiting("a", 0, 5, rating)])).toMatchObject([{ label, colour }]);
  });
});

test.each([
  ["unsent:a:b", "a:b"],
  ["a", null],
  [unsentMarkId("a"), "a"],
])("the id %s is of the unsent claim %s", (id, key) => {
  expect(keyOfUnsentMark(id)).toBe(key);
});

const page = { version: { id: "version" }, map: { text: "It rose." } };
test.each([
  ["the same version", { ...waiting("a", 3, 7) }, true],
  ["another version", { ...waiting("a", 3, 7), versionId: "before" }, false],
  ["other words there", { ...waiting("a", 0, 4) }, false],
])("%s: in the text or not", (_, claim, expected) => {
  expect(isInText(claim, page)).toBe(expected);
});
