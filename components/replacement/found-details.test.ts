import { describe, expect, test } from "vitest";
import type { DocumentNode } from "@/lib/document/document";
import { detailsWith, foundDetails } from "./found-details";

const article = {
  title: "Trade rises",
  publisher: "The Field",
  byline: null,
  sourceUrl: "https://example.org/a",
  publishedOn: "2024-05-17",
  language: "en",
};
const docOf = (type: string, text: string): DocumentNode => ({
  type: "doc",
  content: [{ type, content: [{ type: "text", text }] }],
});
const nothing = {
  title: null,
  publisher: null,
  byline: null,
  sourceUrl: null,
  publishedOn: null,
  language: null,
  doc: docOf("paragraph", "Trade rose."),
};

describe("the details that a source has otherwise", () => {
  test.each<[string, Partial<Parameters<typeof foundDetails>[0]>, [string, string, string | null][]]>([
    ["nothing stated", {}, []],
    ["the same", { title: "Trade rises", language: "en" }, []],
    ["another title", { title: "Trade falls" }, [["title", "Trade falls", "Trade rises"]]],
    ["a byline, where the article has none", { byline: "Noor Aziz" }, [["byline", "Noor Aziz", null]]],
    [
      "another date and address",
      { publishedOn: "2024-05-18", sourceUrl: "https://example.org/b" },
      [
        ["publishedOn", "2024-05-18", "2024-05-17"],
        ["sourceUrl", "https://example.org/b", "https://example.org/a"],
      ],
    ],
    ["a first line that was read as the title", { title: "Trade rose." }, []],
    [
      "a heading that was read as the title",
      { title: "Trade fell", doc: docOf("heading", "Trade fell") },
      [["title", "Trade fell", "Trade rises"]],
    ],
  ])("%s", (_, stated, expected) => {
    expect(foundDetails({ ...nothing, ...stated }, article)).toEqual(
      expected.map(([name, found, current]) => ({ name, found, current })),
    );
  });

  test.each<[string, string[], object | null]>([
    ["none chosen", [], null],
    ["one that is not offered", ["publisher: The Field"], null],
    ["one of another source", ["title: Trade stalls"], null],
    ["one chosen", ["title: Trade falls"], { ...article, title: "Trade falls" }],
    [
      "both chosen",
      ["title: Trade falls", "byline: Noor Aziz"],
      { ...article, title: "Trade falls", byline: "Noor Aziz" },
    ],
  ])("%s", (_, chosen, expected) => {
    const found = foundDetails({ ...nothing, title: "Trade falls", byline: "Noor Aziz" }, article);
    expect(detailsWith(article, found, chosen)).toEqual(expected);
  });
});
