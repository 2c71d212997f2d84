import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import { type ClaimDataPage, renderClaimDataFeed, renderClaimList, renderClaimTable } from "./claim-data";

const organisation = {
  ...bareOrganisation("The Daily Check", "https://daily.example/"),
  licence: "CC-BY-4.0",
};
const page: ClaimDataPage = {
  reports: [
    smallReport({
      organisation,
      claims: [
        reportClaim({
          number: 1,
          statement: "=Taxes rose.",
          claimant: reportClaimant("Ada", { role: "minister" }),
        }),
        reportClaim({ number: 2, kind: "opinion" }),
      ],
    }),
    smallReport({ claims: [reportClaim({ number: 7 })] }),
  ],
  publicUrl: "https://desk.example",
  organisation,
};
const LICENCE = "https://spdx.org/licenses/CC-BY-4.0.html";

test("the DataFeed has an item per article with the reviews of what can be checked", () => {
  expect(JSON.parse(renderClaimDataFeed(page))).toMatchObject({
    "@type": "DataFeed",
    sdLicense: LICENCE,
    sdPublisher: { name: "The Daily Check", url: "https://daily.example/" },
    dataFeedElement: [
      {
        "@type": "DataFeedItem",
        url: "https://desk.example/articles/taxes",
        item: [{ "@type": "ClaimReview", claimReviewed: "=Taxes rose." }],
      },
      { item: [{ url: "https://desk.example/articles/taxes/claims/7" }] },
    ],
  });
});

test("the table has a row per review, with the paths of its properties as columns", () => {
  const [columns = [], ...cells] = renderClaimTable(page)
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const rows = cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  expect(rows).toMatchObject([
    {
      id: "https://desk.example/articles/taxes/claims/1#claimreview",
      claimReviewed: "'=Taxes rose.",
      "author.name": "The Daily Check",
      "itemReviewed.author.name": "Ada",
      "itemReviewed.author.jobTitle": "minister",
      "reviewRating.alternateName": "False",
      "reviewRating.ratingValue": "1",
      license: LICENCE,
    },
    { url: "https://desk.example/articles/taxes/claims/7", "itemReviewed.author.name": "", license: "" },
  ]);
});

test("the list has the same reviews", () => {
  expect(JSON.parse(renderClaimList(page))).toMatchObject({
    sdLicense: LICENCE,
    claimReviews: [
      { id: "https://desk.example/articles/taxes/claims/1#claimreview", "@type": "ClaimReview" },
      { id: "https://desk.example/articles/taxes/claims/7#claimreview" },
    ],
  });
});

test("without an organisation nothing is promised", () => {
  const bare = { ...page, organisation: null };
  expect(JSON.parse(renderClaimDataFeed(bare))).not.toHaveProperty("sdLicense");
  expect(JSON.parse(renderClaimList(bare))).not.toHaveProperty("sdLicense");
});
