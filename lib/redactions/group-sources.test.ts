import { expect, test } from "vitest";
import { groupSources } from "./group-sources";
import type { NamedSource } from "./named-sources";

const named = (publication: number, overrides: Partial<NamedSource> = {}): NamedSource => ({
  publication,
  source: 1,
  id: null,
  title: "Memo",
  authors: [],
  publisher: null,
  url: "https://example.org/memo",
  archiveUrls: [],
  excerpts: [],
  ...overrides,
});
const names = { ids: ["s1", "s2"], titles: ["Memo", "Old memo"], urls: ["https://example.org/memo"] };

test("what readers see as one source is one group, with and without ids", () => {
  const groups = groupSources(
    [named(2, { id: "s1" }), named(1), named(1, { source: 2, title: "Budget" })],
    null,
  );
  expect(groups.map(({ title, at, isMatch }) => [title, at, isMatch])).toEqual([
    [
      "Memo",
      [
        { publication: 2, source: 1 },
        { publication: 1, source: 1 },
      ],
      false,
    ],
    ["Budget", [{ publication: 1, source: 2 }], false],
  ]);
});

test.each<[string, Partial<NamedSource>, boolean]>([
  ["its id", { id: "s1", title: "Other", url: null }, true],
  ["the id of a source merged into it", { id: "s2", title: "Other", url: "https://other.example" }, true],
  ["its address, under another id", { id: "s9", title: "Other" }, true],
  ["its address", { title: "Other" }, true],
  ["a former title, without id and address", { title: "Old memo", url: null }, true],
  ["its title at another address", { url: "https://other.example" }, false],
  ["its title under another id", { id: "s9", url: null }, false],
  ["another title", { title: "Other", url: null }, false],
])("%s", (_, source, isMatch) => {
  expect(groupSources([named(1, source)], names)[0]?.isMatch).toBe(isMatch);
});
