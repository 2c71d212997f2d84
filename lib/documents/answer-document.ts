import type { SearchChoices } from "@/lib/archive/archive-content";
import { articlePath } from "@/lib/article-path";
import { findCurrentPublication, findPublishedSlug } from "@/lib/db/public-publications";
import type { Publication } from "@/lib/db/read-publication";
import { env } from "@/lib/env";
import { matchesEtag } from "@/lib/http/matches-etag";
import { asMarkdown, inLanguage } from "@/lib/page-address";
import { onShutdown } from "@/lib/shutdown";
import { acceptedLanguage } from "@/lib/words/accepted-language";
import { isDataAddress } from "./addresses/data-address";
import { type DocumentAddress, type PageAddress, readDocumentAddress } from "./addresses/document-address";
import { readDocumentLanguage } from "./addresses/document-language";
import { documentPath } from "./addresses/document-path";
import { DocumentCache } from "./document-cache";
import { type DocumentHeaders, documentHeaders } from "./document-headers";
import { chooseEncoding, compressBest, type EncodedDocument, encodeDocument, HTML } from "./encode-document";
import { listChoices } from "./load-archive";
import { type DataDocument, loadData } from "./load-data";
import { loadDocument } from "./load-document";
import { loadMarkdown } from "./load-markdown";
import { type LoadedDocument, NOT_FOUND } from "./loaded-document";
import { type DocumentPlace, renderDocument } from "./render-document";
import { WarmQueue } from "./warm-queue";
import { type PublicationWatch, watchPublications } from "./watch-publications";

/** What a client asks for. */
export interface DocumentRequest {
  method: string;
  /** Path and query, as sent. */
  url: string;
  acceptEncoding: string | undefined;
  /** Only the "not found" page follows it: what is published has the language of its article. */
  acceptLanguage?: string | undefined;
  ifNoneMatch: string | undefined;
}

export interface DocumentAnswer {
  status: number;
  headers: Record<string, string>;
  /** Null for answers without a body: to HEAD, 304 and redirects. */
  body: Buffer | null;
}

type Made =
  | { kind: "document"; document: EncodedDocument }
  | { kind: "redirect"; to: string }
  | { kind: "not-found" };

interface Documents {
  cache: DocumentCache;
  watch: PublicationWatch;
  /** Documents that are being made. */
  pending: Map<string, Promise<Made>>;
}

// On globalThis, because the HTTP front and Next's routes are bundled separately.
const globals = globalThis as typeof globalThis & { obelusDocuments?: Documents };

function documents(): Documents {
  if (!globals.obelusDocuments) {
    const cache = new DocumentCache();
    const queue = new WarmQueue(warmArticle);
    const watch = watchPublications(cache, (articleId) => queue.add(articleId));
    globals.obelusDocuments = { cache, watch, pending: new Map() };
    onShutdown("streams", () => {
      delete globals.obelusDocuments;
    });
  }
  return globals.obelusDocuments;
}

/** The current publication of an article as pages show it: in memory if a page was made from it lately. */
export function currentPublication(slug: string): Promise<Publication | null> {
  const { cache, watch } = documents();
  // While changes may be missed, everything is read from the database.
  return watch.isUpToDate()
    ? cache.publicationOf(slug, findCurrentPublication)
    : findCurrentPublication(slug);
}

/** What searches can be narrowed by: in memory if nothing has changed since it was read. */
function currentChoices(): Promise<SearchChoices> {
  const { cache, watch } = documents();
  return watch.isUpToDate() ? cache.choicesFor(listChoices) : listChoices();
}

/** Whether a public document may have this address; whether it exists is not known yet. @param url path and query */
export function isDocumentRequest(method: string, url: string): boolean {
  return (method === "GET" || method === "HEAD") && readDocumentAddress(url) !== null;
}

/** The answer that is ready in memory; null if it must be made first. It never waits. */
export function findReadyDocument(request: DocumentRequest): DocumentAnswer | null {
  const address = readDocumentAddress(request.url);
  const { cache, watch } = documents();
  if (!address || !watch.isUpToDate()) return null;
  const document = cache.find(keyOf(address, languageOf(address, request)));
  return document && toAnswer(document, request, address.kind === "embed");
}

/**
 * Answers with the public document at an address, or with a "not found" page. Equal requests share one rendering.
 * @throws if the database does not answer, or the document can't be rendered
 */
export async function answerDocument(request: DocumentRequest): Promise<DocumentAnswer> {
  const address = readDocumentAddress(request.url);
  if (!address) return answerNotFound(request);
  const { cache, pending } = documents();
  const language = languageOf(address, request);
  const key = keyOf(address, language);
  // What has changed since a rendering began may be missing in it.
  const turn = `${cache.generation} ${key}`;
  const begun = pending.get(turn) ?? makeAt(address, language, key);
  pending.set(turn, begun);
  try {
    const made = await begun;
    if (made.kind === "document") return toAnswer(made.document, request, address.kind === "embed");
    if (made.kind === "not-found") return await answerNotFound(request);
    const location = inLanguageOf(made.to, language);
    return { status: 307, headers: { location, "cache-control": "no-cache" }, body: null };
  } finally {
    if (pending.get(turn) === begun) pending.delete(turn);
  }
}

/** Begins to watch for changes, so that documents are in memory as soon as they are published, also before the first reader asks. */
export function startDocuments(): void {
  documents();
}

/** How long an editor waits for documents at most. Those of a long article are made in seconds. */
const WARM_LIMIT_MS = 15_000;

/**
 * Makes the documents of an article that has changed, so that its first readers do not wait: call it before reporting success. Only
 * where this process serves documents. It never fails: what can't be made now is logged, and the next reader tries again.
 */
export async function warmDocuments(slug: string): Promise<void> {
  if (!globals.obelusDocuments) return;
  const making = changedBy(slug).map(warmAt);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WARM_LIMIT_MS);
  });
  await Promise.race([Promise.all(making), limit]);
  clearTimeout(timer);
}

/** The documents of an article that another instance has published, one after the other: nobody waits for them here. */
async function warmArticle(articleId: string): Promise<void> {
  try {
    const slug = await findPublishedSlug(articleId);
    if (slug === null) return;
    // The process may have been told to stop meanwhile.
    for (const url of changedBy(slug)) if (globals.obelusDocuments) await warmAt(url);
  } catch (cause) {
    console.error("documents of another instance's publication could not be made ahead:", cause);
  }
}

/** The documents that readers ask for first when an article has changed. */
function changedBy(slug: string): string[] {
  const article = articlePath(slug);
  return ["/", article, `${article}/report`];
}

/** Makes one document, unless it is there. It never fails. */
async function warmAt(url: string): Promise<void> {
  const request = { method: "HEAD", url, acceptEncoding: undefined, ifNoneMatch: undefined };
  if (findReadyDocument(request)) return;
  await answerDocument(request).catch((cause: unknown) =>
    console.error(`${url} could not be made after a change:`, cause),
  );
}

async function makeAt(address: DocumentAddress, language: string | null, key: string): Promise<Made> {
  const { cache } = documents();
  const store = cache.begin();
  if (address.kind === "markdown") {
    const loaded = await loadMarkdown(address.of, {
      chosen: language,
      findPublication: currentPublication,
      findChoices: currentChoices,
    });
    if (!loaded) return { kind: "not-found" };
    if (loaded.kind === "redirect") return loaded;
    const document = await encodeDocument(loaded.text, 200, markdownHeaders(address.of, loaded.language));
    if (loaded.isStored) store(key, document, loaded.articleId);
    return { kind: "document", document };
  }
  if (isDataAddress(address)) {
    const data = await loadData(address, currentPublication);
    if (!data) return { kind: "not-found" };
    const document = await encodeDocument(data.text, 200, dataHeaders(data));
    if (data.isStored) store(key, document, null);
    return { kind: "document", document };
  }
  const loaded = await loadDocument(address, currentPublication, currentChoices);
  if (loaded.kind === "redirect") return loaded;
  if (loaded === NOT_FOUND) return { kind: "not-found" };
  const document = await make(loaded, { chosen: language, address: documentPath(address) });
  if (loaded.isStored) {
    const { articleId } = loaded;
    store(key, document, articleId);
    compressBest(document).then(
      (best) => best && store(key, best, articleId),
      (cause: unknown) => console.error(`${key} could not be compressed again:`, cause),
    );
  }
  return { kind: "document", document };
}

/** Search engines list the page itself. @param language BCP 47 */
function markdownHeaders(page: PageAddress, language: string): Record<string, string> {
  return {
    "content-type": "text/markdown; charset=utf-8",
    "content-language": language,
    "access-control-allow-origin": "*",
    link: `<${env().publicUrl}${documentPath(page)}>; rel="canonical"`,
  };
}

function dataHeaders({ type, next }: DataDocument): Record<string, string> {
  return {
    "content-type": type,
    // What is published can be read by programs on any site.
    "access-control-allow-origin": "*",
    ...(next !== null && { link: `<${next}>; rel="next"` }),
  };
}

/**
 * The one document for all addresses that have none, in each language: the one that the address names, else the one that the browser asks
 * for, else the organisation's. It names the organisation, and is dropped when a setting changes.
 */
async function answerNotFound(request: DocumentRequest): Promise<DocumentAnswer> {
  const { cache, watch } = documents();
  const chosen = readDocumentLanguage(request.url);
  const accepted = acceptedLanguage(request.acceptLanguage);
  const key = `not found ${chosen} ${chosen ?? accepted}`;
  const known = watch.isUpToDate() ? cache.find(key) : null;
  if (known) return toAnswer(known, request);
  const store = cache.begin();
  const document = await make(NOT_FOUND, { chosen, address: null, accepted });
  store(key, document, null);
  return toAnswer(document, request);
}

async function make(
  { content, status, headers: own }: LoadedDocument & { kind: "document" },
  place: DocumentPlace,
): Promise<EncodedDocument> {
  const { html, language } = await renderDocument(content, place);
  const { address, chosen } = place;
  const link =
    address !== null &&
    content.kind !== "embed" &&
    `<${inLanguageOf(asMarkdown(address), chosen)}>; rel="alternate"; type="text/markdown"`;
  return encodeDocument(html, status, {
    ...HTML,
    "content-language": language,
    ...(link && { link }),
    ...own,
  });
}

/** The language that a reader chose for a page; null for the default, and for data, which programs read. */
function languageOf(address: DocumentAddress, { url }: DocumentRequest): string | null {
  return isDataAddress(address) ? null : readDocumentLanguage(url);
}

/** @param language null for the default */
function inLanguageOf(path: string, language: string | null): string {
  return language === null ? path : inLanguage(path, language);
}

function keyOf(address: DocumentAddress, language: string | null): string {
  return JSON.stringify([...Object.values(address), language]);
}

function toAnswer(
  document: EncodedDocument,
  { method, acceptEncoding, ifNoneMatch }: DocumentRequest,
  isEmbed = false,
): DocumentAnswer {
  const { status, etag, bodies } = document;
  const { found, missing } = headersOf(isEmbed);
  const headers = { ...(status === 200 ? { ...found, etag } : missing), ...document.headers };
  if (status === 200 && ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, etag))
    return { status: 304, headers, body: null };
  const encoding = chooseEncoding(acceptEncoding);
  const body = bodies[encoding];
  return {
    status,
    headers: {
      ...headers,
      "content-length": String(body.length),
      ...(encoding !== "identity" && { "content-encoding": encoding }),
    },
    body: method === "HEAD" ? null : body,
  };
}

let headers: Record<"page" | "embed", DocumentHeaders> | undefined;

function headersOf(isEmbed: boolean): DocumentHeaders {
  headers ??= {
    page: documentHeaders(env(), { isEmbed: false }),
    embed: documentHeaders(env(), { isEmbed: true }),
  };
  return isEmbed ? headers.embed : headers.page;
}
