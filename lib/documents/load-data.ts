import "@/lib/words/languages";
import { claimantPath } from "@/lib/archive/claimant-address";
import { ARCHIVE_GROUPS } from "@/lib/archive/public-claim";
import { articlePath } from "@/lib/article-path";
import {
  listFeedItems,
  listPublishedDays,
  listPublishedPages,
  listPublishedReports,
} from "@/lib/db/public-feeds";
import { listEntries, listMonths } from "@/lib/db/public-lists";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { readEmbedScript, readMarksScript } from "@/lib/document-bundle/load-bundle";
import { env } from "@/lib/env";
import { licenceUrl, type Organisation } from "@/lib/organisation";
import { PRODUCT } from "@/lib/product";
import { findClaim } from "@/lib/reports/find-claim";
import { cardAddress } from "@/lib/reports/renderers/card/card-address";
import {
  type ClaimDataPage,
  renderClaimDataFeed,
  renderClaimList,
  renderClaimTable,
} from "@/lib/syndication/claim-data";
import { FEEDS, renderFeed } from "@/lib/syndication/feed";
import { renderOembed } from "@/lib/syndication/oembed";
import { pageMarks } from "@/lib/syndication/page-marks";
import { renderRobots } from "@/lib/syndication/robots";
import {
  MAX_SITEMAP_URLS,
  renderSitemap,
  renderSitemapIndex,
  type SitemapEntry,
  sitemapParts,
} from "@/lib/syndication/sitemap";
import { spokenLanguage } from "@/lib/words/words";
import { CLAIMANT_PAGES, type DataAddress, SITE_PAGES } from "./addresses/data-address";
import { readDocumentAddress } from "./addresses/document-address";
import { findOrganisation } from "./find-organisation";
import type { FindPublication } from "./loaded-document";

/** Public data, for programs. */
export interface DataDocument {
  text: string;
  /** Media type. */
  type: string;
  /** Path and query of the next page, if there is one. */
  next: string | null;
  /** Whether others ask for the same. */
  isStored: boolean;
}

const FEED_ITEMS = 30;
/** Claims on a page of data: reading and writing them takes the thread for some 30 ms. */
const DATA_CLAIMS = 500;

/** Claimants in the sitemap: those with the most claims. */
const MAX_CLAIMANTS = 20_000;

const JSON_TYPE = "application/json; charset=utf-8";
const XML_TYPE = "application/xml; charset=utf-8";

/** Reads and writes the data at an address; null if there is none. @param findPublication by default from the database */
export async function loadData(
  address: DataAddress,
  findPublication: FindPublication = findCurrentPublication,
): Promise<DataDocument | null> {
  const organisation = await findOrganisation();
  const { publicUrl } = env();
  const site = {
    publicUrl,
    name: organisation?.name ?? PRODUCT,
    licence: organisation?.licence ? licenceUrl(organisation.licence) : null,
    language: organisation?.languages[0] ?? "en",
  };
  switch (address.kind) {
    case "feed":
      return stored(
        renderFeed(address.format, await listFeedItems(FEED_ITEMS), site),
        FEEDS[address.format].type,
      );
    case "robots":
      return stored(renderRobots(site), "text/plain; charset=utf-8");
    case "sitemap":
      return loadSitemap(address.period, publicUrl);
    case "claim-data":
      return loadClaimData(address, organisation);
    case "embed-script":
      return stored(readEmbedScript(), "text/javascript; charset=utf-8");
    case "marks-script":
      return stored(readMarksScript(), "text/javascript; charset=utf-8");
    case "marks":
      return loadMarks(address, publicUrl, findPublication);
    case "oembed":
      return loadOembed(address, site, findPublication);
  }
}

const stored = (text: string, type: string): DataDocument => ({ text, type, next: null, isStored: true });

async function loadSitemap(period: string | null, publicUrl: string): Promise<DataDocument | null> {
  if (period === SITE_PAGES)
    return stored(
      renderSitemap(
        [
          "/",
          "/corrections",
          "/methodology",
          "/about",
          "/contact",
          "/verify",
          "/archive",
          ...ARCHIVE_GROUPS.map((group) => `/archive/${group}`),
          ...(await listMonths()).map(({ key }) => `/archive/${key}`),
        ].map((path) => ({ url: `${publicUrl}${path}`, changedAt: null })),
      ),
      XML_TYPE,
    );
  if (period === CLAIMANT_PAGES) {
    const { entries } = await listEntries("claimant", { limit: MAX_CLAIMANTS, after: null });
    if (entries.length === 0) return null;
    const paths = entries.map(({ key: id, label: name }) => claimantPath({ id, name }));
    return stored(
      renderSitemap(paths.map((path) => ({ url: `${publicUrl}${path}`, changedAt: null }))),
      XML_TYPE,
    );
  }
  if (period !== null) {
    const pages = await listPublishedPages(period, MAX_SITEMAP_URLS);
    if (pages.length === 0) return null;
    const entries = pages.flatMap(({ slug, publishedAt: changedAt, claims }): SitemapEntry[] => {
      const url = `${publicUrl}${articlePath(slug)}`;
      const paths = ["", "/report", ...claims.map((number) => `/claims/${number}`)];
      return paths.map((path) => ({ url: `${url}${path}`, changedAt }));
    });
    return { ...stored(renderSitemap(entries.slice(0, MAX_SITEMAP_URLS)), XML_TYPE), isStored: false };
  }
  const parts = sitemapParts(await listPublishedDays());
  // The protocol knows no empty sitemap.
  const { entries: someClaimant } = await listEntries("claimant", { limit: 1, after: null });
  const entries = parts.map(({ period: part, changedAt }) => ({
    url: `${publicUrl}/sitemap.xml?period=${part}`,
    changedAt,
  }));
  return stored(
    renderSitemapIndex([
      ...[SITE_PAGES, ...(someClaimant.length > 0 ? [CLAIMANT_PAGES] : [])].map((part) => ({
        url: `${publicUrl}/sitemap.xml?period=${part}`,
        changedAt: null,
      })),
      ...entries,
    ]),
    XML_TYPE,
  );
}

async function loadClaimData(
  { form, after }: Extract<DataAddress, { kind: "claim-data" }>,
  organisation: Organisation | null,
): Promise<DataDocument> {
  const { publications, nextCursor } = await listPublishedReports({ cursor: after, maxClaims: DATA_CLAIMS });
  const page: ClaimDataPage = {
    reports: publications.map(({ report }) => report),
    publicUrl: env().publicUrl,
    organisation,
  };
  const { path, type, render } = CLAIM_DATA[form];
  const next = nextCursor && `${path}?after=${nextCursor}`;
  return { text: render(page), type, next, isStored: after === null };
}

const CLAIM_DATA = {
  feed: {
    path: "/claimreview.json",
    type: "application/ld+json; charset=utf-8",
    render: renderClaimDataFeed,
  },
  csv: { path: "/data/fact-checks.csv", type: "text/csv; charset=utf-8", render: renderClaimTable },
  json: { path: "/data/fact-checks.json", type: JSON_TYPE, render: renderClaimList },
} as const;

/** What the script for the publisher's own page marks there. */
async function loadMarks(
  { slug, language }: Extract<DataAddress, { kind: "marks" }>,
  publicUrl: string,
  findPublication: FindPublication,
): Promise<DataDocument | null> {
  const publication = await findPublication(slug);
  return publication && stored(JSON.stringify(pageMarks(publication.report, publicUrl, language)), JSON_TYPE);
}

async function loadOembed(
  { url, maxWidth, maxHeight }: Extract<DataAddress, { kind: "oembed" }>,
  site: { publicUrl: string; name: string },
  findPublication: FindPublication,
): Promise<DataDocument | null> {
  const path = url.startsWith(`${site.publicUrl}/`) ? url.slice(site.publicUrl.length) : null;
  const named = path === null ? null : readDocumentAddress(path);
  const of = named?.kind === "embed" ? named.of : named;
  if (of?.kind !== "article" && of?.kind !== "claim") return null;
  const number = of.kind === "claim" ? of.number : null;
  const report = (await findPublication(of.slug))?.report;
  const title = number === null ? report?.article.title : report && findClaim(report, number)?.statement;
  if (!report || title === undefined) return null;
  const article = `/embed${articlePath(of.slug)}`;
  const embed = {
    path: number === null ? article : `${article}/claims/${number}`,
    title,
    // In the language of the page without `?lang=`.
    picture: cardAddress(report, number, spokenLanguage(report.article.language)),
  };
  return { ...stored(renderOembed(embed, { maxWidth, maxHeight }, site), JSON_TYPE), isStored: false };
}
