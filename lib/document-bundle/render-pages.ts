import type { CitationStyle, FormattedCitation } from "@/lib/citations/citation-styles";
import type { Report } from "@/lib/reports/report";
import { defaultLanguage } from "./content-language";
import type { ClaimContext, DocumentContent, DocumentSite } from "./document-content";
import { loadDocumentBundle } from "./load-bundle";

/** What the public documents of a Report need beside it. */
export interface PageContext {
  site: DocumentSite;
  /** How to cite the fact-check. */
  citations: Record<CitationStyle, FormattedCitation>;
  /** Folder of the bundle that renders documents. */
  folder: string;
  /** The logo of who publishes, as data, for files; null without one. */
  logo: string | null;
}

/** Nothing that the page of a claim shows of other Reports. */
const ALONE: ClaimContext = { history: [], sameClaimant: [], sameSources: [], currentPath: null };

/**
 * Renders every public document of one Report, without what comes from others, to find out whether that is possible.
 * @throws if one of them can't be rendered
 */
export async function renderPages(report: Report, { site, citations, folder }: PageContext): Promise<void> {
  const { render, assets } = await loadDocumentBundle(folder);
  const { number, publishedAt } = report.publication;
  const numbers = report.claims.map((claim) => claim.number);
  const contents: DocumentContent[] = [
    { kind: "article", report, publications: [{ number, publishedAt }], citations },
    { kind: "report", report },
    { kind: "embed", content: { kind: "article", report } },
    ...numbers.map((claim): DocumentContent => ({ kind: "claim", report, number: claim, ...ALONE })),
    ...numbers.map(
      (claim): DocumentContent => ({ kind: "embed", content: { kind: "claim", report, number: claim } }),
    ),
  ];
  const language = defaultLanguage({ kind: "report", report }, null);
  for (const content of contents) render(content, { site, assets, language });
}
