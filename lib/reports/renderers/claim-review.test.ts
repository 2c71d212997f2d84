import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { reportClaim, smallReport } from "@/lib/testing/small-report";
import type { Report, ReportClaim } from "../report";
import { renderClaimReview } from "./claim-review";

const address = "https://desk.example/articles/taxes";
const review = (claim: Partial<ReportClaim> = {}, report: Report = smallReport()) =>
  renderClaimReview(report, reportClaim(claim), `${address}/claims/1`, address) as Record<string, unknown>;

test("a claim with no more than it must have", () => {
  expect(review()).toEqual({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: "https://desk.example/articles/taxes/claims/1",
    claimReviewed: "Taxes rose.",
    datePublished: "2026-01-03",
    author: { "@type": "Organization", name: "desk.example", url: "https://desk.example/" },
    reviewBody: "They fell.",
    reviewRating: {
      "@type": "Rating",
      alternateName: "False",
      ratingValue: 1,
      bestRating: 5,
      worstRating: 1,
    },
    itemReviewed: {
      "@type": "Claim",
      appearance: { "@type": "CreativeWork", url: address, headline: "Taxes" },
    },
  });
});

describe("what is known about the claim", () => {
  test("who claimed it, and when", () => {
    expect(review({ claimant: "Ida", claimedOn: "2024-05-17" }).itemReviewed).toMatchObject({
      author: { "@type": "Person", name: "Ida" },
      datePublished: "2024-05-17",
    });
  });

  test("a redacted claimant is no person", () => {
    expect(review({ claimant: "[redacted: privacy]" }).itemReviewed).not.toHaveProperty("author");
  });

  test("where it appeared: the original page if there is one", () => {
    const sourceUrl = "https://gazette.example/taxes";
    expect(review({}, smallReport({ article: { sourceUrl } })).itemReviewed).toMatchObject({
      appearance: { url: sourceUrl },
    });
  });
});

test.each([
  ["true", { alternateName: "True", ratingValue: 5, bestRating: 5, worstRating: 1 }],
  ["altered", { alternateName: "Altered", ratingValue: 2, bestRating: 5, worstRating: 1 }],
  ["unverifiable", { alternateName: "Unverifiable" }],
])("the rating %s on the scale", (ratingKey, rating) => {
  expect(review({ ratingKey }).reviewRating).toEqual({ "@type": "Rating", ...rating });
});

test("a rating that is not on the scale is misuse", () => {
  expect(() => review({ ratingKey: "pants-on-fire" })).toThrow(RangeError);
});

test.each<[string, Partial<ReportClaim>, Partial<Report>, Record<string, unknown>]>([
  [
    "the organisation that publishes",
    {},
    { organisation: bareOrganisation("The Daily Check", "https://daily.example/") },
    { author: { "@type": "Organization", name: "The Daily Check", url: "https://daily.example/" } },
  ],
  [
    "an organisation without a website",
    {},
    { organisation: bareOrganisation("The Daily Check", null) },
    { author: { "@type": "Organization", name: "The Daily Check", url: "https://desk.example/" } },
  ],
  [
    "a claimant that is a person",
    { claimant: "Ada Lovelace" },
    {},
    { itemReviewed: { author: { "@type": "Person", name: "Ada Lovelace" } } },
  ],
  [
    "a claimant that is a body",
    { claimant: "World Bank" },
    {},
    { itemReviewed: { author: { "@type": "Organization", name: "World Bank" } } },
  ],
])("%s", (_, claim, more, expected) => {
  expect(review(claim, { ...smallReport(), ...more })).toMatchObject(expected);
});
