import { describe, expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import type { Report, ReportClaim, ReportClaimant } from "../report";
import { renderClaimReview } from "./claim-review";

const address = "https://desk.example/articles/taxes";
const review = (claim: Partial<ReportClaim> = {}, report: Report = smallReport()) =>
  renderClaimReview(report, reportClaim(claim), `${address}/claims/1`);
const reviewed = (claim: Partial<ReportClaim>, report?: Report) => review(claim, report)?.itemReviewed;

test("a claim with no more than it must have", () => {
  expect(review()).toEqual({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": `${address}/claims/1#claimreview`,
    url: `${address}/claims/1`,
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
    itemReviewed: { "@type": "Claim", appearance: { "@type": "Article", headline: "Taxes" } },
  });
});

describe("who claimed it", () => {
  test.each<[string, ReportClaimant | null, unknown]>([
    ["a person", reportClaimant("Ada Lovelace"), { "@type": "Person", name: "Ada Lovelace" }],
    [
      "an organisation",
      reportClaimant("World Bank", { kind: "organisation", sameAs: ["https://www.worldbank.org/"] }),
      { "@type": "Organization", name: "World Bank", sameAs: ["https://www.worldbank.org/"] },
    ],
    [
      "a person with a role and pages about them",
      reportClaimant("Joseph Wu", {
        role: "then foreign minister of Taiwan",
        sameAs: ["https://en.wikipedia.org/wiki/Joseph_Wu"],
      }),
      {
        "@type": "Person",
        name: "Joseph Wu",
        jobTitle: "then foreign minister of Taiwan",
        sameAs: ["https://en.wikipedia.org/wiki/Joseph_Wu"],
      },
    ],
    [
      "a group, whatever its name looks like",
      reportClaimant("Ada Lovelace", { kind: "group" }),
      { "@type": "Organization", name: "Ada Lovelace" },
    ],
    ["no one", null, undefined],
    ["no one who was redacted", reportClaimant("[redacted: privacy]"), undefined],
    ["no one whose name was redacted", reportClaimant("[redacted]"), undefined],
  ])("%s", (_, claimant, author) => {
    expect(reviewed({ claimant })?.author).toEqual(author);
  });

  test("and when", () => {
    expect(reviewed({ claimedOn: "2024-05-17" })).toMatchObject({ datePublished: "2024-05-17" });
  });
});

describe("where it appeared", () => {
  const article = {
    sourceUrl: "https://gazette.example/taxes",
    publishedOn: "2024-05-17",
    byline: "Ida Brandt",
    publisher: "Gazette",
  };
  const appearance = {
    "@type": "Article",
    headline: "Taxes",
    url: "https://gazette.example/taxes",
    datePublished: "2024-05-17",
    author: { "@type": "Person", name: "Ida Brandt" },
    publisher: { "@type": "Organization", name: "Gazette" },
  };

  test("the article that was checked, as far as it is known", () => {
    expect(reviewed({}, smallReport({ article }))?.appearance).toEqual(appearance);
    const redacted = { byline: "[redacted: law]", publisher: "[redacted: law]" };
    expect(reviewed({}, smallReport({ article: redacted }))?.appearance).toEqual({
      "@type": "Article",
      headline: "Taxes",
    });
  });

  test("is published there by who carried it", () => {
    expect(reviewed({ carriedBy: "Reuters" }, smallReport({ article }))?.appearance).toEqual({
      ...appearance,
      publisher: { "@type": "Organization", name: "Reuters" },
    });
  });

  test.each<[string, string | null, boolean]>([
    ["first, if its publisher claimed it", "gazette", true],
    ["first, if its author claimed it", "Ida Brandt", true],
    ["not known to be first, if someone else claimed it", "Ada Lovelace", false],
    ["not known to be first, if no one is named", null, false],
  ])("%s", (_, name, isFirst) => {
    expect(
      reviewed({ claimant: name === null ? null : reportClaimant(name) }, smallReport({ article }))
        ?.firstAppearance,
    ).toEqual(isFirst ? appearance : undefined);
  });
});

test.each([
  ["true", { alternateName: "True", ratingValue: 5, bestRating: 5, worstRating: 1 }],
  ["altered", { alternateName: "Altered", ratingValue: 2, bestRating: 5, worstRating: 1 }],
  ["unverifiable", { alternateName: "Unverifiable" }],
])("the rating %s on the scale", (ratingKey, rating) => {
  expect(review({ ratingKey })?.reviewRating).toEqual({ "@type": "Rating", ...rating });
});

test.each<[string, Partial<ReportClaim>]>([
  ["an opinion", { kind: "opinion", ratingKey: "misleading" }],
  ["a prediction", { kind: "prediction", ratingKey: "unverifiable" }],
  ["what is not checkable", { kind: "other", ratingKey: "not-checkable" }],
])("there is none for %s", (_, claim) => {
  expect(review(claim)).toBeNull();
});

test("a rating that is not on the scale is misuse", () => {
  expect(() => review({ ratingKey: "pants-on-fire" })).toThrow(RangeError);
});

test("the first date stays, and the last one is named if it differs", () => {
  expect(review({ firstPublishedAt: "2025-12-30T22:00:00.000Z" })).toMatchObject({
    datePublished: "2025-12-30",
    dateModified: "2026-01-03",
  });
  expect(review()).not.toHaveProperty("dateModified");
});

test.each<[string, Report["organisation"], Record<string, unknown>]>([
  [
    "the organisation that publishes",
    bareOrganisation("The Daily Check", "https://daily.example/"),
    { author: { "@type": "Organization", name: "The Daily Check", url: "https://daily.example/" } },
  ],
  [
    "an organisation without a website",
    bareOrganisation("The Daily Check", null),
    { author: { "@type": "Organization", name: "The Daily Check", url: "https://desk.example/" } },
  ],
  [
    "an organisation with a logo, accounts and a licence",
    {
      ...bareOrganisation("The Daily Check", null),
      logo: { hash: "ab", width: 600, height: 60 },
      sameAs: ["https://social.example/@daily"],
      licence: "CC-BY-4.0",
    },
    {
      author: {
        "@type": "Organization",
        name: "The Daily Check",
        url: "https://desk.example/",
        logo: "https://desk.example/api/logos/ab",
        sameAs: ["https://social.example/@daily"],
      },
      license: "https://spdx.org/licenses/CC-BY-4.0.html",
    },
  ],
])("%s", (_, organisation, expected) => {
  expect(review({}, smallReport({ organisation }))).toMatchObject(expected);
});
