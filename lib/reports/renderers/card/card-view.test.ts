import sharp from "sharp";
import { expect, test } from "vitest";
import { bareOrganisation } from "@/lib/organisation";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaim, reportClaimant, smallReport } from "@/lib/testing/reports/small-report";
import type { ReportClaim } from "../../report";
import { cardAddress, cardVersion } from "./card-address";
import { articleCard, claimCard } from "./card-view";
import { drawCards } from "./draw-cards";

const claimOf = (claim: Partial<ReportClaim>) => {
  const report = smallReport({ claims: [reportClaim(claim)] });
  return claimCard(report, report.claims[0] as ReportClaim);
};

test("an article's picture has its title, its chart and who publishes it", async () => {
  const report = await sampleReport();
  const card = articleCard({ ...report, organisation: bareOrganisation("The Daily Check", null) });
  expect(card).toMatchObject({
    kicker: "Fact-check",
    organisation: { text: "The Daily Check" },
    finding: null,
  });
  expect(card.title[0]?.text).toBe(report.article.title);
  expect(card.ratings.reduce((sum, { count }) => sum + count, 0)).toBe(report.claims.length);
});

test("long texts are cut at words, to several lengths", () => {
  const { quote } = claimOf({ quote: "prices rose and\nnobody saw it ".repeat(40) });
  expect(quote).toHaveLength(5);
  for (const { text } of quote) {
    expect(text).toMatch(/ (prices|rose|and|nobody|saw|it)…$/);
    expect(text.length).toBeLessThanOrEqual(360);
  }
});

test.each([
  ["Arabic", "قال الوزير إن الأسعار لم ترتفع.", "ar", "rtl"],
  ["Hebrew", "שר האוצר אמר כי המחירים ירדו.", "he", "rtl"],
  ["Japanese", "「賃金は伸びた」と首相は述べた。", "ja", "ltr"],
  ["Chinese", "总理说，收入增长快于经济增长。", "zh", "ltr"],
])("a quotation in %s is in its language and direction", (_, quote, lang, dir) => {
  expect(claimOf({ quote }).quote[0]).toMatchObject({ text: quote, lang, dir });
});

test("the picture changes its address with the publication and each redaction", () => {
  const report = smallReport();
  const redacted = {
    ...report,
    redactions: [{ number: 1, reason: "Privacy", at: "2026-01-01T00:00:00.000Z" }],
  };
  expect(cardVersion(redacted)).not.toBe(cardVersion(report));
  expect(cardAddress({ ...report, article: { ...report.article, slug: "税" } }, 3, "de")).toBe(
    `/articles/%E7%A8%8E/claims/3/card.png?v=${cardVersion(report)}&lang=de`,
  );
});

test("pictures are PNG of 1200 × 630 pixels, whatever the text", async () => {
  const pictures = await drawCards([
    claimOf({ quote: "x".repeat(5000), claimant: reportClaimant("y".repeat(500)) }),
    claimOf({ quote: '#image("/etc/passwd") $x$ *no* @markup \\ \u0007 कीमतें 😀' }),
    articleCard(smallReport({ article: { ...smallReport().article, title: "T ".repeat(900) } })),
  ]);
  for (const picture of pictures)
    expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
});
