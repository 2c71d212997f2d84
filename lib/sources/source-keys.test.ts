import { expect, test } from "vitest";
import { sourceKeysOf } from "./source-keys";

type Source = Parameters<typeof sourceKeysOf>[0];
const none: Source = { url: null, doi: null, title: "A title", confidential: false };

test.each<[string, Partial<Source>, object]>([
  [
    "a page has its address",
    { url: "https://www.example.org/a/" },
    { urlKey: "example.org/a", doi: null, titleKey: "a title" },
  ],
  [
    "a book with a DOI has only that",
    { doi: "10.1000/182" },
    { urlKey: null, doi: "10.1000/182", titleKey: "a title" },
  ],
  [
    "an address of the resolver sets the DOI",
    { url: "https://doi.org/10.1000/ABC" },
    { urlKey: "doi.org/10.1000/abc", doi: "10.1000/abc", titleKey: "a title" },
  ],
  [
    "a DOI that was entered wins",
    { url: "https://doi.org/10.1000/ABC", doi: "10.1000/182" },
    { urlKey: "doi.org/10.1000/abc", doi: "10.1000/182", titleKey: "a title" },
  ],
  [
    "a publisher’s page sets no DOI",
    { url: "https://example.org/doi/10.1000/182" },
    { urlKey: "example.org/doi/10.1000/182", doi: null, titleKey: "a title" },
  ],
  ["an invalid address is no key", { url: "example" }, { urlKey: null, doi: null, titleKey: "a title" }],
  ["a source with neither has none", {}, { urlKey: null, doi: null, titleKey: "a title" }],
  [
    "a confidential source has none",
    { url: "https://example.org/a", doi: "10.1000/182", confidential: true },
    { urlKey: null, doi: null, titleKey: null },
  ],
])("%s", (_, source, keys) => {
  expect(sourceKeysOf({ ...none, ...source })).toEqual(keys);
});
