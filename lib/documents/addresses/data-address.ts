import { readSlug } from "@/lib/article-path";
import { FEEDS, type FeedFormat } from "@/lib/syndication/feed";
import { spokenLanguage } from "@/lib/words/words";

/** Public data, for programs. */
export type DataAddress =
  | { kind: "feed"; format: FeedFormat }
  | { kind: "robots" }
  /** A part by its period, "2026-11", or the list of all parts. */
  | { kind: "sitemap"; period: string | null }
  | { kind: "claim-data"; form: "feed" | "csv" | "json"; after: string | null }
  /** The script for pages of other sites. */
  | { kind: "embed-script" }
  /** The script that marks claims on the publisher's own page, and what it marks. */
  | { kind: "marks-script" }
  | { kind: "marks"; slug: string /** BCP 47, of the words around the facts. */; language: string }
  /** The frame for the page at a URL, in CSS pixels. */
  | { kind: "oembed"; url: string; maxWidth: number | null; maxHeight: number | null };

/** A parameter of the query; null if it is missing or empty. */
type Parameter = (name: string) => string | null;

/** The data at a path, or null for parameters that it does not have. */
type ReadData = (parameter: Parameter) => DataAddress | null;

const feed = (format: FeedFormat): [string, ReadData] => [
  FEEDS[format].path,
  () => ({ kind: "feed", format }),
];

const claimData =
  (form: "feed" | "csv" | "json"): ReadData =>
  (parameter) => ({ kind: "claim-data", form, after: parameter("after") });

const DATA: ReadonlyMap<string, ReadData> = new Map<string, ReadData>([
  feed("rss"),
  feed("atom"),
  feed("json"),
  ["/robots.txt", () => ({ kind: "robots" })],
  ["/sitemap.xml", readSitemap],
  ["/claimreview.json", claimData("feed")],
  ["/data/fact-checks.csv", claimData("csv")],
  ["/data/fact-checks.json", claimData("json")],
  ["/oembed", readOembed],
  ["/embed.js", () => ({ kind: "embed-script" })],
  ["/annotate.js", () => ({ kind: "marks-script" })],
]);

/** The public data that a path names; null if it names none. */
export function readDataAddress(path: string, parameter: Parameter): DataAddress | null {
  return DATA.get(path)?.(parameter) ?? readMarks(path, parameter);
}

function readMarks(path: string, parameter: Parameter): DataAddress | null {
  const part = /^\/articles\/([^/]+)\/marks\.json$/.exec(path)?.[1];
  const slug = part === undefined ? null : readSlug(part);
  return slug === null ? null : { kind: "marks", slug, language: spokenLanguage(parameter("lang") ?? "en") };
}

const KINDS: ReadonlySet<string> = new Set<DataAddress["kind"]>([
  "feed",
  "robots",
  "sitemap",
  "claim-data",
  "oembed",
  "embed-script",
  "marks-script",
  "marks",
]);

export function isDataAddress(address: DataAddress | { kind: string }): address is DataAddress {
  return KINDS.has(address.kind);
}

/** The part of the sitemap with the pages that are about no article. */
export const SITE_PAGES = "site";
/** The part with the pages of claimants. */
export const CLAIMANT_PAGES = "claimants";

const PERIOD = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

function readSitemap(parameter: Parameter): DataAddress | null {
  const period = parameter("period");
  if (period !== null && period !== SITE_PAGES && period !== CLAIMANT_PAGES && !PERIOD.test(period))
    return null;
  return { kind: "sitemap", period };
}

const PIXELS = /^[1-9]\d{0,5}$/;

/** Source: https://oembed.com, "2.2. Consumer Request" */
function readOembed(parameter: Parameter): DataAddress | null {
  const [url, format] = [parameter("url"), parameter("format")];
  if (url === null || (format !== null && format !== "json")) return null;
  const pixels = (name: string) => {
    const text = parameter(name);
    return text !== null && PIXELS.test(text) ? Number(text) : null;
  };
  return { kind: "oembed", url, maxWidth: pixels("maxwidth"), maxHeight: pixels("maxheight") };
}
