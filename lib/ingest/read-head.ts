import { doiIn } from "@/lib/sources/doi";
import { familyFirst, isBody, namesIn } from "@/lib/sources/person-name";
import { readDate } from "@/lib/sources/read-date";
import { metaContents } from "./fields/meta-contents";
import { readAuthors } from "./fields/read-authors";
import { PUBLISHED } from "./fields/read-published-at";
import { readMetadata } from "./read-metadata";
import { type JsonNode, StructuredData, stringOf, typeOf } from "./structured-data";

/** The metadata of a page as a source. */
export interface PageHead {
  title: string | null;
  /** "Family, Given" for known persons. */
  authors: string[];
  publisher: string | null;
  /** ISO 8601 day, month or year. */
  publishedOn: string | null;
  /** In lower case. */
  doi: string | null;
  /** From schema.org, Open Graph or Highwire tags. */
  type: "article" | "report" | "dataset" | "law" | "media" | "social_post" | "web_page";
  /** The page's canonical address. */
  canonicalUrl: string | null;
}

/** Source types by schema.org type. Images come last, because pages of every kind contain some. */
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
/** The publisher of a paper: the journal takes precedence over its publishing house. */
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
/** The date of a paper takes precedence over that of its page. */
const DATES = ["citation_publication_date", "citation_date", "citation_online_date", ...PUBLISHED];
const DOIS = [
  "citation_doi",
  "bepress_citation_doi",
  "prism.doi",
  "dc.identifier",
  "dc.identifier.doi",
  "dcterms.identifier",
];

/** Reads a page's metadata: Highwire citation tags, Open Graph, Dublin Core, schema.org JSON-LD. */
export function readHead(document: Document): PageHead {
  const metas = metaContents(document);
  const all = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const data = new StructuredData(document);
  const work = data.find(TYPES.map(([pattern]) => pattern)) ?? {};
  const metadata = readMetadata(document);
  const { language } = metadata;
  return {
    title: all(TITLES)[0] ?? stringOf(work.headline) ?? stringOf(work.name) ?? metadata.title ?? null,
    authors: authorsOf(
      all,
      data,
      work,
      readAuthors(document, { data, work, publisher: metadata.publisher, language }),
    ),
    publisher: all(PUBLISHERS)[0] ?? containerOf(data, work) ?? nameOf(data.resolved(work.publisher)),
    publishedOn: firstOf(
      [...all(DATES), stringOf(work.datePublished), stringOf(work.legislationDate), metadata.publishedAt],
      (text) => readDate(text, language),
    ),
    doi: firstOf([...all(DOIS), ...identifiersOf(work)], doiIn),
    type: kindOf(typeOf(work), all(["og:type"])[0] ?? "", metas),
    canonicalUrl: metadata.canonicalUrl ?? null,
  };
}

function firstOf(values: readonly (string | null | undefined)[], read: (text: string) => string | null) {
  for (const each of values) {
    const found = each ? read(each) : null;
    if (found) return found;
  }
  return null;
}

function authorsOf(
  all: (names: readonly string[]) => string[],
  data: StructuredData,
  work: JsonNode,
  shown: readonly string[],
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
    shown.flatMap(namesIn),
  ].find((names) => names.some(Boolean));
  return [...new Set(found ?? [])].filter(Boolean).slice(0, 50);
}

/** An author in JSON-LD. Names of organisations, and ambiguous ones, stay unchanged. */
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
