import { expect, test } from "vitest";
import { type DocumentAddress, readDocumentAddress } from "./document-address";
import { readDocumentLanguage } from "./document-language";
import { documentPath } from "./document-path";

test.each([
  ["/articles/taxes", null],
  ["/articles/taxes?lang=es", "es"],
  ["/?after=x&lang=zh", "zh"],
  ["/?lang=en", "en"],
  // Not spoken, or not as it is written in links: these would only fill the cache.
  ["/?lang=", null],
  ["/?lang=it", null],
  ["/?lang=ES", null],
  ["/?lang=es-MX", null],
  ["/?lang=constructor", null],
  [`/?lang=${"e".repeat(5000)}`, null],
])("%s asks for %j", (url, language) => {
  expect(readDocumentLanguage(url)).toBe(language);
});

test.each([
  "/",
  "/?after=a%2Bb",
  "/corrections",
  "/corrections?after=x",
  "/articles/%E7%A8%8E",
  "/articles/taxes/report",
  "/articles/taxes/claims/12",
  "/articles/taxes/publications/2",
  "/articles/taxes/publications/2/claims/12",
  "/embed/articles/taxes",
  "/embed/articles/taxes/claims/12",
  "/index.md?after=x",
  "/articles/%E7%A8%8E/claims/12.md",
  "/search.md?q=tax",
])("%s is written as it is read", (url) => {
  const address = readDocumentAddress(url);
  expect(address).not.toBeNull();
  expect(documentPath(address as Parameters<typeof documentPath>[0] & DocumentAddress)).toBe(url);
});

test("a language and what else a link adds are no part of the path", () => {
  const address = readDocumentAddress("/articles/taxes?utm_source=x&lang=es");
  expect(documentPath(address as Parameters<typeof documentPath>[0])).toBe("/articles/taxes");
});
