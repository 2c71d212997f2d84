import { expect, test } from "vitest";
import { reportClaim, smallReport } from "@/lib/testing/small-report";
import { exportReport } from "./export-report";
import { renderHtml } from "./renderers/html/render-html";

const address = "https://desk.example/articles/taxes";
const report = smallReport({
  claims: [
    reportClaim(),
    reportClaim({ id: "opinion", number: 2, position: 2, kind: "opinion" }),
    reportClaim({ id: "claim-3", number: 3, position: 3, statement: "Trade fell." }),
  ],
});

test("ClaimReview is exported as one list without opinions, each claim with the address of its own page", async () => {
  const reviews = JSON.parse((await exportReport(report, "claimreview", address)).toString());
  expect(reviews).toMatchObject([
    { url: `${address}/claims/1`, claimReviewed: "Taxes rose." },
    { url: `${address}/claims/3`, claimReviewed: "Trade fell." },
  ]);
});

test("HTML is exported with the address of the article", async () => {
  const exported = (await exportReport(report, "html", address)).toString();
  expect(exported).toBe(renderHtml(report, address));
  expect(exported).toContain(`href="${address}"`);
});
