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
import type { DocumentContent } from "@/lib/document-bundle/document-content";
import { env } from "@/lib/env";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import type { DocumentAddress } from "./document-address";

/** What an address leads to. */
export type LoadedDocument =
  | {
      kind: "document";
      status: 200 | 404;
      content: DocumentContent;
      /** The article whose changes make it out of date; null for lists, which change with every article. */
      articleId: string | null;
      /** False for pages that nobody else asks for: they would only push others out of memory. */
      isStored: boolean;
    }
  | { kind: "redirect"; to: string };

const PAGE_SIZE = { front: 20, corrections: 25, unpublished: 50 } as const;

/** Reads everything that the document at an address shows. */
export async function loadDocument(address: DocumentAddress): Promise<LoadedDocument> {
  if (address.kind === "front") return loadFrontPage(address.after);
  if (address.kind === "corrections") return loadCorrections(address.after);
  const publication = await findCurrentPublication(address.slug);
  if (!publication) return loadUnpublished(address.slug);
  const { articleId, report } = publication;
  const found = (content: DocumentContent): LoadedDocument => ({
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
          factCheckAsWork(report, `${env().publicUrl}/articles/${report.article.slug}`),
        ),
      });
    case "report":
      return found({ kind: "report", report });
    case "claim":
      return report.claims.some(({ number }) => number === address.number)
        ? found({ kind: "claim", report, number: address.number })
        : NOT_FOUND;
    case "publication": {
      if (address.publication === publication.number)
        return { kind: "redirect", to: `/articles/${encodeURIComponent(address.slug)}` };
      const earlier = await findNumberedPublication(address.slug, address.publication);
      if (!earlier) return NOT_FOUND;
      return found({
        kind: "publication",
        report: earlier,
        publications: await listPublicationNumbers(address.slug),
      });
    }
  }
}

const NOT_FOUND: LoadedDocument = {
  kind: "document",
  status: 404,
  content: { kind: "not-found" },
  articleId: null,
  isStored: false,
};

/** All pages of an unpublished article show why it was unpublished. */
async function loadUnpublished(slug: string): Promise<LoadedDocument> {
  const unpublication = await findUnpublication(slug);
  if (!unpublication) return NOT_FOUND;
  return {
    kind: "document",
    status: 200,
    content: { kind: "unpublished", unpublication },
    articleId: null,
    isStored: false,
  };
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
