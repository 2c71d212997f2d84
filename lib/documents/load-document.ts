import { articlePath } from "@/lib/article-path";
import { formatInEveryStyle } from "@/lib/citations/citation-engine";
import { listPublicCorrections } from "@/lib/db/public-corrections";
import {
  findCurrentPublication,
  findNumberedPublication,
  findUnpublication,
  listPublicationNumbers,
  listPublications,
  listUnpublications,
} from "@/lib/db/public-publications";
import { listPublishedStates, listRelatedClaims } from "@/lib/db/published-claims";
import type { Publication } from "@/lib/db/read-publication";
import type { DocumentContent, EmbeddedContent } from "@/lib/document-bundle/document-content";
import { env } from "@/lib/env";
import { type ClaimHistoryEntry, claimHistory } from "@/lib/reports/claims/claim-history";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { findClaim } from "@/lib/reports/find-claim";
import { isArchiveAddress } from "./addresses/archive-address";
import type { EmbeddedAddress, PageAddress } from "./addresses/document-address";
import { isSitePageAddress } from "./addresses/site-page-address";
import { type FindChoices, loadArchive } from "./load-archive";
import { loadSitePage } from "./load-site-page";
import { type FindPublication, type LoadedDocument, NOT_FOUND } from "./loaded-document";

const PAGE_SIZE = { front: 20, corrections: 25, unpublished: 50 } as const;

/**
 * Reads everything that the document at an address shows.
 * @param findPublication by default from the database
 * @param findChoices of searches; by default from the database
 */
export async function loadDocument(
  address: PageAddress | { kind: "embed"; of: EmbeddedAddress },
  findPublication: FindPublication = findCurrentPublication,
  findChoices?: FindChoices,
): Promise<LoadedDocument> {
  if (isArchiveAddress(address)) return loadArchive(address, findChoices);
  if (address.kind === "front") return loadFrontPage(address.after);
  if (address.kind === "corrections") return loadCorrections(address.after);
  if (isSitePageAddress(address)) return loadSitePage(address, findPublication);
  if (address.kind === "embed") return loadEmbed(address.of, findPublication);
  const publication = await findPublication(address.slug);
  if (!publication) return loadUnpublished(address.slug);
  const { articleId, report } = publication;
  const found = (content: DocumentContent): LoadedDocument & { kind: "document" } => ({
    kind: "document",
    status: 200,
    content,
    articleId,
    isStored: true,
  });
  switch (address.kind) {
    case "article":
      return found({
        kind: "article",
        report,
        publications: await listPublicationNumbers(address.slug),
        citations: await formatInEveryStyle(
          factCheckAsWork(report, `${env().publicUrl}${articlePath(report.article.slug)}`),
        ),
      });
    case "report":
      return found({ kind: "report", report });
    case "claim":
      return loadClaim(publication, address.number);
    case "earlier-claim": {
      const path = articlePath(address.slug);
      if (address.publication === publication.number)
        return { kind: "redirect", to: `${path}/claims/${address.number}` };
      const earlier = (await findNumberedPublication(address.slug, address.publication))?.report;
      const claim = earlier && findClaim(earlier, address.number);
      if (!claim) return NOT_FOUND;
      const now = report.claims.find(({ id }) => id === claim.id);
      return found({
        kind: "claim",
        report: earlier,
        number: address.number,
        history: await historyOf(articleId, claim),
        sameClaimant: [],
        sameSources: [],
        currentPath: now ? `${path}/claims/${now.number}` : path,
      });
    }
    case "publication": {
      if (address.publication === publication.number)
        return { kind: "redirect", to: articlePath(address.slug) };
      const earlier = (await findNumberedPublication(address.slug, address.publication))?.report;
      if (!earlier) return NOT_FOUND;
      return found({
        kind: "publication",
        report: earlier,
        publications: await listPublicationNumbers(address.slug),
      });
    }
  }
}

/** The page of a claim. It also shows claims of other articles, so that each publication can make it out of date. */
async function loadClaim({ id, articleId, report }: Publication, number: number): Promise<LoadedDocument> {
  const claim = findClaim(report, number);
  if (!claim) return NOT_FOUND;
  const [history, related] = await Promise.all([
    historyOf(articleId, claim),
    listRelatedClaims(id, report, claim, MAX_RELATED),
  ]);
  const content = {
    kind: "claim",
    report,
    number,
    history,
    ...related,
    currentPath: null,
  } as const;
  return { kind: "document", status: 200, content, articleId: null, isStored: true };
}

/** The claim in each publication of its article. */
async function historyOf(articleId: string, { id }: { id: string }): Promise<ClaimHistoryEntry[]> {
  const { states, isComplete } = await listPublishedStates(articleId, id);
  return claimHistory(states, isComplete);
}

/** Claims listed of each kind. */
const MAX_RELATED = 5;

/** The same for a page of another site. */
async function loadEmbed(
  address: EmbeddedAddress,
  findPublication: FindPublication,
): Promise<LoadedDocument> {
  const publication = await findPublication(address.slug);
  const unpublication = publication ? null : await findUnpublication(address.slug);
  const embed = (content: EmbeddedContent): DocumentContent => ({ kind: "embed", content });
  if (unpublication) return { ...UNPUBLISHED, content: embed({ kind: "unpublished", unpublication }) };
  const report = publication?.report;
  const isThere =
    address.kind === "article" || report?.claims.some(({ number }) => number === address.number);
  if (!report || !isThere) return { ...NOT_FOUND, content: embed({ kind: "not-found" }) };
  const content: EmbeddedContent =
    address.kind === "article"
      ? { kind: "article", report }
      : { kind: "claim", report, number: address.number };
  const { articleId } = publication;
  return { kind: "document", status: 200, content: embed(content), articleId, isStored: true };
}

const UNPUBLISHED = { kind: "document", status: 200, articleId: null, isStored: false } as const;

/** All pages of an unpublished article show why it was unpublished. */
async function loadUnpublished(slug: string): Promise<LoadedDocument> {
  const unpublication = await findUnpublication(slug);
  if (!unpublication) return NOT_FOUND;
  return { ...UNPUBLISHED, content: { kind: "unpublished", unpublication } };
}

async function loadFrontPage(after: string | null): Promise<LoadedDocument> {
  const page = await listPublications({ limit: PAGE_SIZE.front, cursor: after ?? undefined });
  return {
    kind: "document",
    status: 200,
    content: { kind: "front", ...page, isFirst: after === null },
    articleId: null,
    isStored: after === null,
  };
}

async function loadCorrections(after: string | null): Promise<LoadedDocument> {
  const page = await listPublicCorrections({ limit: PAGE_SIZE.corrections, cursor: after ?? undefined });
  const unpublications = after === null ? await listUnpublications(PAGE_SIZE.unpublished) : [];
  return {
    kind: "document",
    status: 200,
    content: { kind: "corrections", ...page, unpublications, isFirst: after === null },
    articleId: null,
    isStored: after === null,
  };
}
