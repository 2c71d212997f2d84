import { describe, expect, test } from "vitest";
import { SOURCE_LIMITS, sourceFields } from "./source-input";

const least = { title: "Customs", kind: "report" };

describe("the fields of a source are tidied", () => {
  test.each<[string, object, object]>([
    [
      "those that are absent are empty",
      {},
      {
        url: null,
        doi: null,
        title: "Customs",
        authors: [],
        publisher: null,
        publishedOn: null,
        language: null,
        kind: "report",
        primary: false,
        confidential: false,
        publicDescription: null,
        archiveUrl: null,
      },
    ],
    ["an address", { url: " https://example.org/a " }, { url: "https://example.org/a" }],
    ["a blank address", { url: " " }, { url: null }],
    ["a DOI", { doi: "https://doi.org/10.1000/ABC" }, { doi: "10.1000/abc" }],
    ["a blank DOI", { doi: " " }, { doi: null }],
    ["authors without the blank ones", { authors: ["Doe, Jane", " ", ""] }, { authors: ["Doe, Jane"] }],
    [
      "as many authors as fit",
      { authors: Array(SOURCE_LIMITS.authors).fill("A") },
      { authors: Array(SOURCE_LIMITS.authors).fill("A") },
    ],
    ["what was marked", { primary: true, confidential: true }, { primary: true, confidential: true }],
  ])("%s", (_, fields, expected) => {
    expect(sourceFields.parse({ ...least, ...fields })).toMatchObject(expected);
  });
});

describe("a field that cannot be used is refused", () => {
  test.each<[string, object, string, RegExp]>([
    ["no title", { title: " " }, "title", /Enter a title/],
    ["an unknown kind", { kind: "rumour" }, "kind", /Choose a kind/],
    ["an address without a scheme", { url: "example" }, "url", /not a web address/],
    ["an archive without a scheme", { archiveUrl: "perma" }, "archiveUrl", /not a web address/],
    ["an address of a file", { url: "file:///a" }, "url", /Only http and https/],
    ["a DOI without a slash", { doi: "10.1000" }, "doi", /not a DOI/],
    ["too many authors", { authors: Array(51).fill("A") }, "authors", /at most 50 authors/],
  ])("%s", (_, fields, field, message) => {
    const issues = sourceFields.safeParse({ ...least, ...fields }).error?.issues;
    expect(issues).toMatchObject([{ path: [field], message: expect.stringMatching(message) }]);
  });
});
