import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { renderArticleData } from "./article-data";
import { renderBreadcrumbData } from "./breadcrumb-data";
import { jsonLd } from "./json-ld";

const page = "https://desk.example/articles/taxes";
const claims = [
  reportClaim({ number: 7, position: 1 }),
  reportClaim({ id: "opinion", number: 2, position: 2, kind: "opinion" }),
  reportClaim({ id: "third", number: 3, position: 3, statement: "Trade fell.", ratingKey: "true" }),
];
const report = smallReport({ claims });

test("the data of an article name its publisher, its dates, the original and its reviews", () => {
  expect(renderArticleData(report, page)).toEqual({
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": `${page}#article`,
    url: page,
    mainEntityOfPage: page,
    headline: "Taxes",
    datePublished: "2026-01-03T04:05:06.000Z",
    dateModified: "2026-01-03T04:05:06.000Z",
    inLanguage: "en",
    author: { "@type": "Organization", name: "desk.example", url: "https://desk.example/" },
    publisher: { "@type": "Organization", name: "desk.example", url: "https://desk.example/" },
    isBasedOn: { "@type": "Article", headline: "Taxes" },
    review: [
      {
        "@type": "ClaimReview",
        "@id": `${page}/claims/7#claimreview`,
        url: `${page}/claims/7`,
        claimReviewed: "Taxes rose.",
        reviewRating: {
          "@type": "Rating",
          alternateName: "False",
          ratingValue: 1,
          bestRating: 5,
          worstRating: 1,
        },
      },
      expect.objectContaining({ url: `${page}/claims/3`, claimReviewed: "Trade fell." }),
    ],
  });
});

test("the publisher of an article is described in full", () => {
  const organisation = {
    ...bareOrganisation("Daily", "https://daily.example/"),
    legalName: "Daily Trust",
    address: "1 High Street\nLondon",
    email: "desk@daily.example",
    contactUrl: "https://daily.example/contact",
    languages: ["en", "cy"],
    funding: "Readers.",
    policies: {
      ethicsUrl: "https://daily.example/ethics",
      correctionsUrl: "https://daily.example/corrections",
      methodUrl: "https://daily.example/method",
    },
    licence: "https://daily.example/terms",
  };
  expect(renderArticleData(smallReport({ organisation }), page)).toMatchObject({
    license: "https://daily.example/terms",
    publisher: {
      name: "Daily",
      url: "https://daily.example/",
      legalName: "Daily Trust",
      address: "1 High Street\nLondon",
      email: "desk@daily.example",
      contactPoint: {
        "@type": "ContactPoint",
        contactType: "editorial",
        url: "https://daily.example/contact",
      },
      knowsLanguage: ["en", "cy"],
      ethicsPolicy: "https://daily.example/ethics",
      correctionsPolicy: "https://daily.example/corrections",
      publishingPrinciples: "https://daily.example/method",
      ownershipFundingInfo: "Readers.",
    },
  });
});

test("the path to a claim goes through its article", () => {
  const steps = (data: ReturnType<typeof renderBreadcrumbData>) =>
    data.itemListElement.map(({ position, name, item }) => [position, name, item]);
  const toArticle = [
    [1, "desk.example", "https://desk.example/"],
    [2, "Taxes", page],
  ];
  expect(steps(renderBreadcrumbData(report, page))).toEqual(toArticle);
  expect(steps(renderBreadcrumbData(report, page, claims[0]))).toEqual([
    ...toArticle,
    [3, "Taxes rose.", `${page}/claims/7`],
  ]);
});

test("no text ends the script element of the data", () => {
  const statement = "</script><!-- <script>";
  const written = jsonLd(renderArticleData(smallReport({ claims: [reportClaim({ statement })] }), page));
  expect(written).not.toContain("<");
  expect(JSON.parse(written).review[0].claimReviewed).toBe(statement);
});
