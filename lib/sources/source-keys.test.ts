import { expect, test } from "vitest";
import { sourceKeysOf } from "./source-keys";

type Source = Parameters<typeof sourceKeysOf>[0];
const none: Source = { url: null, doi: null, confidential: false };

test.each<[string, Partial<Source>, object]>([
  ["a page has its address", { url: "https://www.example.org/a/" }, { urlKey: "example.org/a", doi: null }],
  ["a book with a DOI has only that", { doi: "10.1000/182" }, { urlKey: null, doi: "10.1000/182" }],
  [
    "an address of the resolver sets the DOI",
    { url: "https://doi.org/10.1000/ABC" },
    { urlKey: "doi.org/10.1000/abc", doi: "10.1000/abc" },
  ],
  [
    "a DOI that was entered wins",
    { url: "https://doi.org/10.1000/ABC", doi: "10.1000/182" },
    { urlKey: "doi.org/10.1000/abc", doi: "10.1000/182" },
  ],
  [
    "a publisher’s page sets no DOI",
    { url: "https://example.org/doi/10.1000/182" },
    { urlKey: "example.org/doi/10.1000/182", doi: null },
  ],
  ["an invalid address is no key", { url: "example" }, { urlKey: null, doi: null }],
  ["a source with neither has none", {}, { urlKey: null, doi: null }],
  [
    "a confidential source has none",
    { url: "https://example.org/a", doi: "10.1000/182", confidential: true },
    { urlKey: null, doi: null },
  ],
])("%s", (_, source, keys) => {
  expect(sourceKeysOf({ ...none, ...source })).toEqual(keys);
});
