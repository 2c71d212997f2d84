import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { ChecklistGround, ChecklistPage, ChecklistQuery } from "@/lib/checklist/checklist-page";
import type { CitationFormat } from "@/lib/citations/citation-format";
import type { ExportedCitations, ExportedWork } from "@/lib/citations/export-sources";
import type { ReadCitations } from "@/lib/citations/parse-citations";
import type { ClaimImportPlan, ImportGround } from "@/lib/claim-imports/plan-claim-import";
import type { PlannedComment } from "@/lib/claim-imports/plan-comment-import";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import type { DocumentContent, DocumentLanguage, DocumentSite } from "@/lib/document-bundle/document-content";
import type { PageContext } from "@/lib/document-bundle/render-pages";
import type { ProcessFigures } from "@/lib/figures/process-figures";
import type { ProcessRecord } from "@/lib/figures/process-record";
import type { DrawnLogo } from "@/lib/ingest/draw-logo";
import type { ImportedFile, ParsedFile } from "@/lib/ingest/parse-file";
import type { EncodedImage } from "@/lib/ingest/re-encode-image";
import type { ReadSource } from "@/lib/ingest/read-source";
import type { Digest, DigestFormat } from "@/lib/reports/digests/digest";
import type { EvidencePack, PackFormat } from "@/lib/reports/evidence-packs/evidence-pack";
import type { ExportFormat, PublicationOutput } from "@/lib/reports/export-formats";
import type { OutputProgress, RenderedOutput, RenderedOutputs } from "@/lib/reports/render-outputs";
import type { CardView } from "@/lib/reports/renderers/card/card-view";
import type { PagedDocument } from "@/lib/reports/renderers/paged/paged-document";
import type { PagedFormat } from "@/lib/reports/renderers/paged/paged-formats";
import type { Paper } from "@/lib/reports/renderers/paper";
import type { Report } from "@/lib/reports/report";
import type { Result } from "@/lib/result";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import type { VersionDraft, VersionInput, VersionRefusal } from "@/lib/versions/draft-version";

/** Tasks on untrusted files and long texts, each run in a child process: see run-in-child-process.ts. */
export interface Tasks {
  "parse-file": (file: ImportedFile) => Promise<Result<ParsedFile, { message: string }>>;
  "read-source": (file: ImportedFile) => Promise<ReadSource>;
  "re-encode-image": (bytes: Uint8Array) => Promise<EncodedImage>;
  "draw-logo": (bytes: Uint8Array) => Promise<DrawnLogo>;
  "parse-citations": (text: string) => Promise<Result<ReadCitations, { message: string }>>;
  /** Compares a file of claims with an article. */
  "plan-claim-import": (input: {
    content: string;
    ground: ImportGround;
  }) => Promise<Result<ClaimImportPlan, { message: string }>>;
  /** Reads the comments and tracked changes of a Word file, and finds what each is about. @param input.imported keys of comments imported before */
  "plan-word-file": (input: {
    bytes: Uint8Array;
    ground: Pick<ImportGround, "text" | "claims" | "ratings">;
    imported: ReadonlySet<string>;
  }) => Promise<Result<{ comments: PlannedComment[]; changes: PlannedChange[] }, { message: string }>>;
  "draft-version": (input: VersionInput) => Promise<Result<VersionDraft, VersionRefusal>>;
  "export-citations": (input: {
    works: ExportedWork[];
    format: CitationFormat;
  }) => Promise<ExportedCitations>;
  /** Checks the excerpts of each text: see check-excerpt.ts. */
  "check-excerpts": (copies: { text: string; excerpts: string[] }[]) => Promise<ExcerptCheck[][]>;
  /**
   * Renders a Report as files, one after the other.
   * @param input.address public URL of the article's page
   * @param input.folder of the bundle that renders documents
   * @param input.logo of who published the Report, as data
   * @param input.language BCP 47, of the words around its facts
   */
  "export-report": (input: {
    report: Report;
    formats: readonly ExportFormat[];
    address: string;
    folder: string;
    logo: string | null;
    paper: Paper;
    language: string;
  }) => Promise<RenderedOutput[]>;
  /** Draws pictures for sharing as PNG, in the order of their views. */
  "draw-cards": (views: readonly CardView[]) => Promise<Uint8Array[]>;
  /** Renders a digest as a file. @param input.publicUrl of the installation @param input.language as above */
  "render-digest": (input: {
    digest: Digest;
    format: DigestFormat;
    publicUrl: string;
    paper: Paper;
    language: string;
  }) => Promise<Uint8Array>;
  "render-evidence-pack": (input: {
    pack: EvidencePack;
    format: PackFormat;
    paper: Paper;
  }) => Promise<Uint8Array>;
  /** Counts what happened to claims. @param input.json of a `ProcessRecord` @param input.period as `processFigures` takes it */
  "process-figures": (input: {
    json: string;
    period: { from: number; before: number };
    ofPerson: boolean;
  }) => Promise<ProcessFigures>;
  /** Renders a document with pages as a file. */
  "render-paged": (input: {
    document: PagedDocument;
    format: PagedFormat;
    paper: Paper;
  }) => Promise<Uint8Array>;
  /** Renders what readers get of a Report, and says what it has begun. @param input.address as above */
  "render-outputs": (
    input: { report: Report; outputs: PublicationOutput[]; address: string; pages: PageContext },
    onProgress: (progress: OutputProgress) => void,
  ) => Promise<RenderedOutputs>;
  /** @param input.folder of the bundle with the renderer */
  "render-document": (input: {
    content: DocumentContent;
    site: DocumentSite;
    folder: string;
    language: DocumentLanguage;
  }) => Promise<string>;
  "compare-texts": (texts: { old: string; now: string }) => Promise<ComparedBlock[]>;
  "checklist-page": (input: { ground: ChecklistGround; query: ChecklistQuery }) => Promise<ChecklistPage>;
}

/** What a task says about its progress while it runs; never for tasks that say nothing. */
export type ProgressOf<Name extends keyof Tasks> = Tasks[Name] extends (
  input: never,
  onProgress: (progress: infer Progress) => void,
) => unknown
  ? Progress
  : never;

/** Loads a task's code, only in the child process. */
export const loadTask: { [Name in keyof Tasks]: () => Promise<Tasks[Name]> } = {
  "parse-file": async () => (await import("@/lib/ingest/parse-file")).parseFile,
  "read-source": async () => (await import("@/lib/ingest/read-source")).readSource,
  "re-encode-image": async () => (await import("@/lib/ingest/re-encode-image")).reEncodeImage,
  "draw-logo": async () => (await import("@/lib/ingest/draw-logo")).drawLogo,
  "parse-citations": async () => {
    const { parseCitations } = await import("@/lib/citations/parse-citations");
    return async (text) => parseCitations(text);
  },
  "plan-claim-import": async () => {
    const { planClaimImport } = await import("@/lib/claim-imports/plan-claim-import");
    return async ({ content, ground }) => planClaimImport(content, ground);
  },
  "plan-word-file": async () => {
    const { wordFileOf } = await import("@/lib/ingest/docx/word-file-of");
    const { planCommentImport } = await import("@/lib/claim-imports/plan-comment-import");
    const { planWordChanges } = await import("@/lib/claim-imports/plan-word-changes");
    const { OWN_COMMENT_SIGN } = await import("@/lib/claim-imports/word-comment");
    return async ({ bytes, ground, imported }) => {
      const read = wordFileOf(bytes);
      if (!read.ok) return read;
      const comments = read.value.comments.map(({ initials, ...comment }, row) => {
        const isOwn = initials.startsWith(OWN_COMMENT_SIGN);
        return {
          ...comment,
          row,
          ownClaim: isOwn ? Number(initials.slice(OWN_COMMENT_SIGN.length)) || 0 : null,
        };
      });
      return {
        ok: true,
        value: {
          comments: planCommentImport(comments, ground, imported),
          changes: planWordChanges(read.value.changes, ground.text),
        },
      };
    };
  },
  "draft-version": async () => {
    const { draftVersion } = await import("@/lib/versions/draft-version");
    return async (input) => draftVersion(input);
  },
  "export-citations": async () => {
    const { exportSources } = await import("@/lib/citations/export-sources");
    return async ({ works, format }) => exportSources(works, format);
  },
  "check-excerpts": async () => {
    const { excerptChecker } = await import("@/lib/sources/check-excerpt");
    return async (copies) => copies.map(({ text, excerpts }) => excerpts.map(excerptChecker(text)));
  },
  "export-report": async () => {
    const { exportReport } = await import("@/lib/document-bundle/export-report");
    return async ({ report, formats, address, ...options }) => {
      const files: RenderedOutput[] = [];
      for (const format of formats)
        files.push({ format, bytes: await exportReport(report, format, address, options) });
      return files;
    };
  },
  "draw-cards": async () => (await import("@/lib/reports/renderers/card/draw-cards")).drawCards,
  "render-digest": async () => {
    const { renderDigest } = await import("@/lib/reports/digests/render-digest");
    return ({ digest, format, ...options }) => renderDigest(digest, format, options);
  },
  "render-evidence-pack": async () => {
    const { renderEvidencePack } = await import("@/lib/reports/evidence-packs/render-evidence-pack");
    return ({ pack, format, paper }) => renderEvidencePack(pack, format, paper);
  },
  "process-figures": async () => {
    const { processFigures } = await import("@/lib/figures/process-figures");
    return async ({ json, period, ofPerson }) =>
      processFigures(JSON.parse(json) as ProcessRecord, period, ofPerson);
  },
  "render-paged": async () => {
    const { renderPaged } = await import("@/lib/reports/renderers/paged/render-paged");
    return ({ document, format, paper }) => renderPaged(document, format, paper);
  },
  "render-outputs": async () => {
    const { renderOutputs } = await import("@/lib/reports/render-outputs");
    const { renderOutput } = await import("@/lib/document-bundle/render-output");
    return ({ report, outputs, address, pages }, onProgress) =>
      renderOutputs(report, outputs, renderOutput(address, pages), onProgress);
  },
  "render-document": async () => {
    const { loadDocumentBundle } = await import("@/lib/document-bundle/load-bundle");
    return async ({ content, site, folder, language }) => {
      const { render, assets } = await loadDocumentBundle(folder);
      return render(content, { site, assets, ...language });
    };
  },
  "compare-texts": async () => {
    const { compareTexts } = await import("@/lib/anchoring/compare-texts");
    return async ({ old, now }) => compareTexts(old, now);
  },
  "checklist-page": async () => {
    const { checklistPage } = await import("@/lib/checklist/checklist-page");
    return async ({ ground, query }) => checklistPage(ground, query);
  },
};
