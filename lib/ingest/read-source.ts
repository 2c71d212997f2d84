import { buildDom } from "./build-dom";
import { decodeText } from "./decode-text";
import { type GivenFile, parseFile } from "./parse-file";
import { readMetadata } from "./read-metadata";
import { type JsonNode, namesOf, stringOf, structuredData, typeOf } from "./structured-data";

/** What a page or a file says of itself as a source, as far as it does. */
export interface ReadSource {
  title: string | null;
  /** Names as the page gives them. */
  authors: string[];
  publisher: string | null;
  /** ISO 8601 day, month or year. */
  publishedOn: string | null;
  language: string | null;
  /** As given; see lib/sources/doi.ts. */
  doi: string | null;
  /** What schema.org, Open Graph or the file's kind says it is. */
  type: "article" | "report" | "dataset" | "law" | "media" | "social_post" | "web_page";
  /** The readable text, paragraphs parted by "\n"; empty where there is none. */
  text: string;
  mediaType: string;
}

/** Reads what a page says of itself (Highwire's citation meta, Open Graph, Dublin Core, JSON-LD of schema.org), and its readable text. */
export async function readSource(file: GivenFile): Promise<ReadSource> {
  const parsed = await parseFile(file);
  const article = parsed.ok && parsed.value.kind === "article" ? parsed.value.article : null;
  const said = headOf(file);
  const known = article?.metadata ?? {};
  return {
    title: said.title ?? known.title ?? null,
    authors: said.authors.length > 0 ? said.authors : known.byline ? [known.byline] : [],
    publisher: said.publisher ?? known.publisher ?? null,
    publishedOn: said.publishedOn ?? dayOf(known.publishedAt) ?? null,
    language: known.language ?? null,
    doi: said.doi,
    type: said.type,
    text: article?.text ?? "",
    mediaType: said.mediaType,
  };
}

type Head = Pick<
  ReadSource,
  "title" | "authors" | "publisher" | "publishedOn" | "doi" | "type" | "mediaType"
>;

function headOf({ bytes }: GivenFile): Head {
  const nothing = { title: null, authors: [], publisher: null, publishedOn: null, doi: null };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8));
  if (head.startsWith("%PDF-")) return { ...nothing, type: "report", mediaType: "application/pdf" };
  if (head.startsWith("PK")) return { ...nothing, type: "report", mediaType: "application/zip" };
  const { text } = decodeText(bytes);
  if (!/<(html|head|body|meta|p|div)[\s>]/i.test(text.slice(0, 20_000)))
    return { ...nothing, type: "web_page", mediaType: "text/plain" };
  const built = buildDom(text);
  if (!built.ok) return { ...nothing, type: "web_page", mediaType: "text/html" };
  const document = built.value;
  const all = (name: string) =>
    [...document.querySelectorAll(`meta[name="${name}"],meta[property="${name}"]`)].flatMap((element) => {
      const content = element.getAttribute("content")?.replace(/\s+/g, " ").trim();
      return content ? [content] : [];
    });
  const first = (...names: string[]) => names.flatMap(all)[0] ?? null;
  const graph = structuredData(document);
  const work = graph.find((node) => TYPES.some(([pattern]) => pattern.test(typeOf(node))));
  return {
    title:
      first("citation_title", "og:title") ??
      stringOf(work?.headline) ??
      stringOf(work?.name) ??
      readMetadata(document).title ??
      null,
    authors: authorsOf(all("citation_author"), work, graph),
    publisher:
      first("citation_publisher", "citation_journal_title", "og:site_name", "dc.publisher", "DC.publisher") ??
      namesOf(work?.publisher, graph)[0] ??
      null,
    publishedOn:
      dayOf(
        first(
          "citation_publication_date",
          "citation_date",
          "article:published_time",
          "dc.date",
          "DC.date",
          "date",
        ),
      ) ?? dayOf(stringOf(work?.datePublished)),
    doi:
      first("citation_doi", "dc.identifier", "DC.identifier", "prism.doi") ??
      stringOf(work?.identifier) ??
      null,
    type: kindOf(typeOf(work ?? {}), first("og:type") ?? "", all("citation_title").length > 0),
    mediaType: "text/html",
  };
}

/** What the types of schema.org are as sources; the first that fits. */
const TYPES: readonly [RegExp, ReadSource["type"]][] = [
  [/Dataset/, "dataset"],
  [/Legislation/, "law"],
  [/SocialMediaPosting/, "social_post"],
  [/(Video|Audio|Image)Object/, "media"],
  [/Report$|GovernmentDocument/, "report"],
  [/Article|BlogPosting/, "article"],
];

function kindOf(schemaType: string, openGraph: string, scholarly: boolean): ReadSource["type"] {
  const found = TYPES.find(([pattern]) => pattern.test(schemaType));
  if (found) return found[1];
  if (scholarly || openGraph === "article") return "article";
  return openGraph.startsWith("video") ? "media" : "web_page";
}

function authorsOf(cited: string[], work: JsonNode | undefined, graph: readonly JsonNode[]): string[] {
  const names = cited.length > 0 ? cited : namesOf(work?.author, graph);
  return [...new Set(names)].slice(0, 50);
}

/** "2024-05-17", "2024/5/17" or "2024-05" out of what a page gives; null where it gives none. */
function dayOf(given: string | null | undefined): string | null {
  const found = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?/.exec(given ?? "");
  if (!found) return null;
  return [found[1], found[2]?.padStart(2, "0"), found[3]?.padStart(2, "0")].filter(Boolean).join("-");
}
