import { expect, test } from "vitest";
import { readDocumentAddress } from "./document-address";

test.each([
  ["/archive", { kind: "archive" }],
  ["/archive?utm_source=x", { kind: "archive" }],
  ["/archive/2026-11", { kind: "archive-month", month: "2026-11", after: null }],
  ["/archive/2026-11?after=x", { kind: "archive-month", month: "2026-11", after: "x" }],
  ["/archive/topics", { kind: "archive-group", group: "topics", after: null }],
  ["/archive/claimants?after=3~x", { kind: "archive-group", group: "claimants", after: "3~x" }],
  ["/archive/topics/housing", { kind: "archive-list", group: "topics", key: "housing", after: null }],
  ["/archive/topics/%E7%A8%8E", { kind: "archive-list", group: "topics", key: "税", after: null }],
  ["/archive/ratings/false", { kind: "archive-list", group: "ratings", key: "false", after: null }],
  ["/claimants/jane-doe-23456789ab", { kind: "claimant", slug: "jane-doe-23456789ab", after: null }],
  ["/sources/x?after=y", { kind: "source", id: "x", after: "y" }],
  [
    "/search?q=x",
    {
      kind: "search",
      input: { q: "x", rating: "", claimant: "", language: "", period: "", after: "" },
    },
  ],
])("%s", (url, address) => expect(readDocumentAddress(url)).toEqual(address));

test.each([
  "/archive/",
  "/archive/2026",
  "/archive/2026-13",
  "/archive/2026-11/x",
  "/archive/nothing",
  "/archive/topics/",
  "/archive/topics/a/b",
  "/archive/topics/%00",
  "/archive/topics/%E0%A4%A",
  `/archive/topics/${"x".repeat(201)}`,
  "/archive/claimants/jane",
  "/claimants",
  "/claimants/",
  "/claimants/a/b",
  "/sources",
  "/sources/a/b",
  "/search/",
  "/articles/taxes/claims/0.md",
  "/articles/a/b.md",
])("%s is no page", (url) => expect(readDocumentAddress(url)).toBeNull());
