import type { Article, BreadcrumbList, ClaimReview, WithContext } from "schema-dts";
import { expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { renderArticleData } from "./article-data";
import { renderBreadcrumbData } from "./breadcrumb-data";
import { renderClaimReview } from "./claim-review";

const report = sampleReport();
const page = `https://desk.example/articles/${report.article.slug}`;

// That this compiles is the check: `npm test` has a stage for types.
test("what pages say for machines has the types of schema.org", () => {
  const article: WithContext<Article> = renderArticleData(report, page);
  const breadcrumbs: WithContext<BreadcrumbList> = renderBreadcrumbData(report, page);
  const reviews = report.claims.flatMap((claim): WithContext<ClaimReview>[] => {
    const review = renderClaimReview(report, claim, `${page}/claims/${claim.number}`);
    return review ? [review] : [];
  });
  expect([article, breadcrumbs, reviews[0]]).toMatchObject([
    { "@type": "Article" },
    { "@type": "BreadcrumbList" },
    { "@type": "ClaimReview" },
  ]);
});
