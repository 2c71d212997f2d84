import { expect, test } from "vitest";
import { embeddedDocument } from "./embed-address";

const ORIGIN = "https://facts.example";

test.each([
  ["https://facts.example/articles/taxes", "article", "/embed/articles/taxes"],
  ["https://facts.example/articles/taxes/?utm_source=x#claim-2", "article", "/embed/articles/taxes"],
  ["/articles/taxes/claims/12", "claim", "/embed/articles/taxes/claims/12"],
  ["https://facts.example/articles/taxes?lang=ar#claim-2", "article", "/embed/articles/taxes?lang=ar"],
  ["/articles/taxes?lang=%22x", "article", "/embed/articles/taxes"],
  ["/embed/articles/%E7%A8%8E/claims/1", "claim", "/embed/articles/%E7%A8%8E/claims/1"],
])("%s is shown", (href, kind, path) => {
  expect(embeddedDocument(href, ORIGIN)).toEqual({ kind, url: `${ORIGIN}${path}` });
});

test.each([
  "",
  "https://facts.example.evil.example/articles/taxes",
  "http://facts.example/articles/taxes",
  "javascript:alert(1)//facts.example/articles/taxes",
  "//other.example/articles/taxes",
  "/articles/taxes/report",
  "/articles/taxes/claims/0",
  "/articles/../desk",
  "https://[",
])("%s is not shown", (href) => {
  expect(embeddedDocument(href, ORIGIN)).toBeNull();
});
