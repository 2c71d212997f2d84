import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { reportClaim, reportSource, smallReport } from "@/lib/testing/reports/small-report";
import { exportReport } from "./export-report";

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

describe("the sample report as one HTML file", () => {
  const sample = sampleReport();
  const render = async (of = sample) => (await exportReport(of, "html", address)).toString();
  let page = "";
  let document = parseHTML("").document;
  beforeAll(async () => {
    page = await render();
    document = parseHTML(page).document;
  });

  test("fetches nothing: what it shows and runs is inside", () => {
    const fetching = "[src], [srcset], [background], link:not([rel=canonical]), iframe, object, embed";
    expect([...document.querySelectorAll(fetching)].map(String)).toEqual([]);
    const addresses = [...page.matchAll(/url\(([^)]{0,20})|@import/g)].map(([, start]) => start);
    expect(addresses.length).toBeGreaterThan(2);
    for (const start of addresses) expect(start).toMatch(/^data:font\/woff2;/);
  });

  test("its policy allows exactly the style sheet and the script that are inside", () => {
    const policy = document
      .querySelector("meta[http-equiv=Content-Security-Policy]")
      ?.getAttribute("content");
    const allowed = [...(policy ?? "").matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash);
    const sources = [/<script type="module">(.*?)<\/script>/s, /<style>(.*?)<\/style>/s].map(
      (pattern) => pattern.exec(page)?.[1] ?? "",
    );
    expect(sources.every((source) => source.length > 1_000)).toBe(true);
    expect(allowed).toEqual(sources.map((source) => createHash("sha256").update(source).digest("base64")));
    expect(policy).toMatch(/^default-src 'none';/);
    // It must come before what it is about.
    expect(page.indexOf("http-equiv")).toBeLessThan(page.indexOf("<style"));
  });

  test("has the fonts of its own script only", async () => {
    const fonts = (html: string) => html.match(/url\(data:font/g)?.length ?? 0;
    expect(fonts(page)).toBeLessThanOrEqual(5);
    const greek = { ...sample, article: { ...sample.article, title: "Ο δασμός" } };
    expect(fonts(await render(greek))).toBeGreaterThan(fonts(page));
  });

  test("leads to the site by complete addresses, and within itself to places that exist", () => {
    const hrefs = [...document.querySelectorAll("a[href]")].map((each) => each.getAttribute("href") ?? "");
    expect(hrefs).toContain(`https://desk.example/articles/${sample.article.slug}`);
    for (const href of hrefs) expect(href).toMatch(/^(#|https?:|mailto:)/);
    const missing = hrefs.filter((href) => href.startsWith("#") && !document.getElementById(href.slice(1)));
    expect(missing).toEqual([]);
    expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toMatch(
      /^https:\/\/desk\.example\/articles\//,
    );
  });

  test("is the same each time", async () => {
    expect(await render(sampleReport())).toBe(page);
  });
});

test("a page that is gone is linked after its archived copy", async () => {
  const [url, archiveUrl] = ["https://gone.example/page", "https://archive.example/copy"];
  const listed = async (gone: boolean) => {
    const source = reportSource({ url, archiveUrl, gone });
    const html = (await exportReport(smallReport({ sources: [source] }), "html", address)).toString();
    const [item = ""] = /<li id="source-1">.*?<\/li>/s.exec(html) ?? [];
    return [...item.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  };
  expect(await listed(true)).toEqual([archiveUrl, url]);
  expect(await listed(false)).toEqual([url, archiveUrl]);
});
