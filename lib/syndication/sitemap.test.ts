import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { xmlErrors } from "@/lib/testing/feeds/schema-errors";
import { MAX_SITEMAP_URLS, renderSitemap, renderSitemapIndex, sitemapParts } from "./sitemap";

const urlsIn = (xml: string, selector: string) =>
  [...new JSDOM(xml, { contentType: "application/xml" }).window.document.querySelectorAll(selector)].map(
    (element) => [
      element.querySelector("loc")?.textContent,
      element.querySelector("lastmod")?.textContent ?? null,
    ],
  );

test.each([
  ["pages", renderSitemap, "urlset > url"],
  ["sitemaps", renderSitemapIndex, "sitemapindex > sitemap"],
])("a sitemap of %s", (_, render, selector) => {
  const xml = render([
    { url: "https://desk.example/?a=1&b=<2>", changedAt: "2026-01-03T04:05:06.000Z" },
    { url: "https://desk.example/", changedAt: null },
  ]);
  expect(urlsIn(xml, selector)).toEqual([
    ["https://desk.example/?a=1&b=<2>", "2026-01-03T04:05:06.000Z"],
    ["https://desk.example/", null],
  ]);
  expect(xmlErrors("sitemap", xml)).toEqual([]);
  expect(xmlErrors("sitemap", xml.replace("2026-01-03T", "3 January "))).not.toEqual([]);
  expect(xmlErrors("sitemap", render([])), "the protocol knows no empty one").not.toEqual([]);
});

const day = (name: string, urls: number) => ({ day: name, urls, changedAt: `${name}T12:00:00.000Z` });

test("a part has the pages of a month, or of a day where a month has too many", () => {
  expect(
    sitemapParts([
      day("2026-11-30", MAX_SITEMAP_URLS),
      day("2026-11-02", 1),
      day("2026-10-31", MAX_SITEMAP_URLS - 1),
      day("2026-10-01", 1),
    ]),
  ).toEqual([
    { period: "2026-11-30", changedAt: "2026-11-30T12:00:00.000Z" },
    { period: "2026-11-02", changedAt: "2026-11-02T12:00:00.000Z" },
    { period: "2026-10", changedAt: "2026-10-31T12:00:00.000Z" },
  ]);
});
