import { expect, test } from "vitest";
import { readDocumentAddress } from "./document-address";

test.each([
  ["/", { kind: "front", after: null }],
  ["/?after=abc", { kind: "front", after: "abc" }],
  ["/?after=", { kind: "front", after: null }],
  ["/?utm_source=mail", { kind: "front", after: null }],
  ["/corrections", { kind: "corrections", after: null }],
  ["/corrections?after=abc", { kind: "corrections", after: "abc" }],
  ["/articles/taxes", { kind: "article", slug: "taxes" }],
  ["/articles/taxes?utm_source=mail", { kind: "article", slug: "taxes" }],
  ["/articles/%E7%A8%8E", { kind: "article", slug: "税" }],
  ["/articles/taxes/report", { kind: "report", slug: "taxes" }],
  ["/articles/taxes/claims/12", { kind: "claim", slug: "taxes", number: 12 }],
  ["/articles/taxes/publications/2", { kind: "publication", slug: "taxes", publication: 2 }],
  [
    "/articles/taxes/publications/2/claims/12",
    { kind: "earlier-claim", slug: "taxes", publication: 2, number: 12 },
  ],
  ["/embed/articles/taxes", { kind: "embed", of: { kind: "article", slug: "taxes" } }],
  ["/embed/articles/taxes?utm_source=x", { kind: "embed", of: { kind: "article", slug: "taxes" } }],
  ["/embed/articles/taxes/claims/12", { kind: "embed", of: { kind: "claim", slug: "taxes", number: 12 } }],
])("%s names a document", (url, address) => {
  expect(readDocumentAddress(url)).toEqual(address);
});

test.each([
  "/desk",
  "/api/v1/articles",
  "/articles",
  "/articles/",
  "/articles/%",
  "/articles/taxes/",
  "/articles/taxes/report.pdf",
  "/articles/taxes/report/1",
  "/articles/taxes/claims",
  "/articles/taxes/claims/0",
  "/articles/taxes/claims/01",
  "/articles/taxes/claims/-1",
  "/articles/taxes/claims/1234567",
  "/articles/taxes/claims/1/more",
  "/articles/taxes/others/1",
  "/articles/taxes/others/1/claims/1",
  "/articles/taxes/claims/1/claims/1",
  "/articles/taxes/publications/1/others/1",
  "/articles/taxes/publications/1/claims",
  "/articles/taxes/publications/1/claims/0",
  "/articles/taxes/publications/1/claims/1/more",
  "/corrections/1",
  "//articles/taxes",
  "/embed",
  "/embed/",
  "/embed/articles/taxes/report",
  "/embed/articles/taxes/publications/1",
  "/embed/embed/articles/taxes",
  "/embed//articles/taxes",
  "/embed/corrections",
  "",
])("%s names none", (url) => {
  expect(readDocumentAddress(url)).toBeNull();
});
