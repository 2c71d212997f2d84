import { doiIn } from "@/lib/sources/doi";
import { familyFirst, isBody, namesIn } from "@/lib/sources/person-name";
import { readDate } from "@/lib/sources/read-date";
import { readMetadata } from "./read-metadata";
import { type JsonNode, StructuredData, stringOf, typeOf } from "./structured-data";

/** What a page's head says of it as a source, as far as it does. */
export interface PageHead {
  title: string | null;
  /** "Family, Given" of persons that are known as such. */
  authors: string[];
  publisher: string | null;
  /** ISO 8601 day, month or year. */
  publishedOn: string | null;
  /** In small letters. */
  doi: string | null;
  /** What schema.org, Open Graph or Highwire's names say it is. */
  type: "article" | "report" | "dataset" | "law" | "media" | "social_post" | "web_page";
  /** The address that the page calls its own. */
  canonicalUrl: string | null;
}

/** What the types of schema.org are as sources. A page of any other kind may have pictures too, so that they come last. */
const TYPES: readonly [RegExp, PageHead["type"]][] = [
  [/Dataset/, "dataset"],
  [/Legislation/, "law"],
  [/SocialMediaPosting|DiscussionForumPosting/, "social_post"],
  [/Report$|GovernmentDocument|Thesis/, "report"],
  [/Article|BlogPosting/, "article"],
  [/(Video|Audio)Object|Clip$|Episode$/, "media"],
  [/ImageObject|Photograph/, "media"],
];

const TITLES = ["citation_title", "og:title", "dcterms.title"];
/** Who a paper is from: what it stands in, before the house that prints it. */
const PUBLISHERS = [
  "citation_journal_title",
  "citation_conference_title",
  "citation_technical_report_institution",
  "citation_dissertation_institution",
  "citation_publisher",
  "og:site_name",
  "dc.publisher",
  "dcterms.publisher",
];
const DATES = [
  "citation_publication_date",
  "citation_date",
  "citation_online_date",
  "article:published_time",
  "datepublished",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.date",
  "dc.date",
  "parsely-pub-date",
  "date",
  "pubdate",
];
const DOIS = [
  "citation_doi",
  "bepress_citation_doi",
  "prism.doi",
  "dc.identifier",
  "dc.identifier.doi",
  "dcterms.identifier",
];

/** Reads what a page says of itself: Highwire's citation meta, Open Graph, Dublin Core, JSON-LD of schema.org. */
export function readHead(document: Document): PageHead {
  const metas = metasOf(document);
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const data = new StructuredData(document);
  const work = data.find(TYPES.map(([pattern]) => pattern)) ?? {};
  const said = readMetadata(document);
  return {
    title: all(TITLES)[0] ?? stringOf(work.headline) ?? stringOf(work.name) ?? said.title ?? null,
    authors: authorsOf(all, data, work, said.byline),
    publisher: all(PUBLISHERS)[0] ?? containerOf(data, work) ?? nameOf(data.resolved(work.publisher)),
    publishedOn: firstOf(
      [...all(DATES), stringOf(work.datePublished), stringOf(work.legislationDate), said.publishedAt],
      readDate,
    ),
    doi: firstOf([...all(DOIS), ...identifiersOf(work)], doiIn),
    type: kindOf(typeOf(work), all(["og:type"])[0] ?? "", metas),
    canonicalUrl: said.canonicalUrl ?? null,
  };
}

/** What each name of the head's meta says, by the name in small letters. */
function metasOf(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content")?.replace(/\s+/g, " ").trim();
    const name = ["name", "property", "itemprop"].map((key) => meta.getAttribute(key)).find(Boolean);
    if (!content || !name) continue;
    const key = name.trim().toLowerCase();
    metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  return metas;
}

function firstOf(given: readonly (string | null | undefined)[], read: (text: string) => string | null) {
  for (const each of given) {
    const found = each ? read(each) : null;
    if (found) return found;
  }
  return null;
}

function authorsOf(
  all: (names: readonly string[]) => string[],
  data: StructuredData,
  work: JsonNode,
  byline: string | undefined,
): string[] {
  const person = (name: string) => (isBody(name) ? name : familyFirst(name));
  const cited = [
    ...all(["citation_author"]),
    ...all(["citation_authors"]).flatMap((names) => names.split(";")),
  ];
  const found = [
    cited.map((name) => person(name.trim())),
    [work.author ?? work.creator].flat().flatMap((each) => authorOf(data.resolved(each))),
    all(["dc.creator", "dcterms.creator"]).map(person),
    namesIn(byline ?? ""),
  ].find((names) => names.some(Boolean));
  return [...new Set(found ?? [])].filter(Boolean).slice(0, 50);
}

/** An author of JSON-LD. Bodies, and texts that may be of either, stay as they are. */
function authorOf(value: unknown): string[] {
  if (typeof value === "string") return namesIn(value);
  if (typeof value !== "object" || value === null) return [];
  const node = value as JsonNode;
  const [family, given] = [stringOf(node.familyName), stringOf(node.givenName)];
  if (family && given) return [`${family}, ${given}`];
  const names = [node.name].flat().flatMap((name) => stringOf(name) ?? []);
  return /Person/.test(typeOf(node)) ? names.flatMap(namesIn) : names;
}

function nameOf(value: unknown): string | null {
  if (typeof value === "string") return stringOf(value);
  const [first] = [value].flat();
  return typeof first === "object" && first !== null ? stringOf((first as JsonNode).name) : null;
}

/** The journal of a paper. */
function containerOf(data: StructuredData, work: JsonNode): string | null {
  for (let part = data.resolved([work.isPartOf].flat()[0]), depth = 0; depth < 3; depth++) {
    if (/Periodical|Newspaper|Journal/.test(typeOf(part))) return nameOf(part);
    if (typeof part !== "object" || part === null) return null;
    part = data.resolved([(part as JsonNode).isPartOf].flat()[0]);
  }
  return null;
}

function identifiersOf(work: JsonNode): string[] {
  return [work.identifier, work.sameAs, work["@id"], work.url].flat().flatMap((each) => {
    if (typeof each === "string") return /doi|^10\./i.test(each) ? [each] : [];
    const value = each && typeof each === "object" ? stringOf((each as JsonNode).value) : null;
    return value ? [value] : [];
  });
}

function kindOf(schemaType: string, openGraph: string, metas: Map<string, string[]>): PageHead["type"] {
  if (metas.has("citation_technical_report_institution") || metas.has("citation_dissertation_institution"))
    return "report";
  const found = TYPES.find(([pattern]) => pattern.test(schemaType))?.[1];
  if (found && found !== "media") return found;
  if (metas.has("citation_title") || openGraph === "article") return "article";
  return found === "media" && /Image/.test(schemaType) && !openGraph.startsWith("video")
    ? "web_page"
    : (found ?? (openGraph.startsWith("video") ? "media" : "web_page"));
}
