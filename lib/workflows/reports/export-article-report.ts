import { z } from "zod";
import { articlePath } from "@/lib/article-path";
import { findArticle } from "@/lib/db/articles";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { inSnapshot } from "@/lib/db/transaction";
import {
  type ReportFile,
  renderReportFiles,
  reportFile,
  SAME_IN_EVERY_LANGUAGE,
} from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import {
  EXPORT_FILES,
  EXPORT_FORMATS,
  type ExportFormat,
  REPORT_FILES,
  type ReportFileFormat,
} from "@/lib/reports/export-formats";
import { languageChoice, reportLanguage } from "@/lib/reports/languages/report-language";
import { PAPERS, type Paper } from "@/lib/reports/renderers/paper";
import type { Report } from "@/lib/reports/report";
import { reportWords } from "@/lib/reports/report-words";
import { err, ok, type Result } from "@/lib/result";
import { signedJson } from "@/lib/signatures/signed-json";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { claimNumbers, withChosenClaims } from "./claim-numbers";
import type { DownloadedFile } from "./downloaded-file";
import { exportDossier } from "./export-dossier";
import { reportOfDraft } from "./report-of-draft";

/** What an article is exported as: what it is now, what readers see, or all that the newsroom knows of it. */
export const REPORT_STATES = ["draft", "published", "dossier"] as const;

const exportInput = z.object({
  articleId: z.string().max(100),
  of: z.enum(REPORT_STATES),
  format: z.enum(EXPORT_FORMATS),
  claims: claimNumbers,
  paper: z.enum(PAPERS).default("a4"),
  lang: languageChoice,
});

export type ArticleReportInput = z.input<typeof exportInput>;

/**
 * The report of an article as a file: of the draft, which says on each page that it is one, or of what is published; or its dossier, which has all claims.
 * Stores nothing.
 * @param unchecked.lang BCP 47, of the words in it; that of the article if missing or empty. A dossier is in the language of the desk.
 * @param unchecked.claims numbers of the claims to include, separated by commas; all if missing or empty
 */
export async function exportArticleReport(
  actor: Actor,
  unchecked: ArticleReportInput,
): Promise<Result<DownloadedFile, Failure>> {
  const parsed = parseInput(exportInput, unchecked);
  if (!parsed.ok) return parsed;
  const { articleId, of, ...options } = parsed.value;
  if (of === "dossier") return exportDossier(actor, { articleId, ...options });
  const action = of === "draft" ? "export-draft" : "read";
  const allowed = asResult(can(actor, action, "article", { articleId }));
  if (!allowed.ok) return allowed;
  return of === "draft" ? exportDraft(articleId, options) : exportPublished(articleId, options);
}

type Options = Omit<z.output<typeof exportInput>, "articleId" | "of">;

async function exportDraft(
  articleId: string,
  { format, claims, paper, lang }: Options,
): Promise<Result<DownloadedFile, Failure>> {
  const draftFormat = REPORT_FILES.find((each) => each === format);
  if (!draftFormat)
    return invalid(
      `A draft can't be exported as ${format}, which names public pages. Choose ${REPORT_FILES.join(", ")}.`,
    );
  const drafted = await inSnapshot(async (tx): Promise<Result<Report, Failure>> => {
    const article = await findArticle(articleId, tx);
    return article ? reportOfDraft(tx, article) : notFound("article");
  });
  if (!drafted.ok) return drafted;
  const chosen = withChosenClaims(drafted.value, claims);
  if (!chosen.ok) return chosen;
  const language = reportLanguage(chosen.value, lang);
  const file = await renderOnce(chosen.value, draftFormat, { paper, language });
  return file.ok ? ok(downloadOf(chosen.value, format, file.value, { etag: null, language })) : file;
}

async function exportPublished(
  articleId: string,
  { format, claims, paper, lang }: Options,
): Promise<Result<DownloadedFile, Failure>> {
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const publication = await findCurrentPublication(article.slug);
  if (!publication) return invalid(NOT_PUBLISHED);
  const chosen = withChosenClaims(publication.report, claims);
  if (!chosen.ok) return chosen;
  const language = reportLanguage(publication.report, lang);
  if (claims !== null) {
    const file = await renderOnce(chosen.value, format, { paper, language });
    if (!file.ok) return file;
    const { bytes, etag } = file.value;
    const signed = format === "json" ? await signedJson({ publication, claims, json: bytes }) : bytes;
    return ok(downloadOf(chosen.value, format, { bytes: signed }, { etag, language }));
  }
  const address = addressOf(publication.report);
  const rendered = await reportFile({ publication, format, address, paper, language });
  if (!rendered.ok) return unavailable(format);
  const { bytes } = rendered.value;
  const signed = format === "json" ? await signedJson({ publication, json: bytes }) : bytes;
  const etag = `"${[
    publication.id,
    publication.revision,
    format,
    ...(paper === "a4" ? [] : [paper]),
    ...(SAME_IN_EVERY_LANGUAGE.includes(format) ? [] : [language]),
  ].join("-")}"`;
  return ok(downloadOf(publication.report, format, { bytes: signed }, { etag, language }));
}

/** What an article that is not published answers. */
export const NOT_PUBLISHED =
  "This article is not published, so it has no public report. Publish it first, or export the draft.";

async function renderOnce(
  report: Report,
  format: ExportFormat,
  options: { paper: Paper; language: string },
): Promise<Result<ReportFile, Failure>> {
  const rendered = await renderReportFiles({ report, address: addressOf(report), ...options }, [format]);
  const file = rendered.ok ? rendered.value.get(format) : undefined;
  return file ? ok(file) : unavailable(format);
}

function unavailable(format: ExportFormat): Result<never, Failure> {
  const file = reportWords("en").outputName(format);
  return err({
    kind: "unavailable",
    message: `The ${file} of this report could not be made. Try again in a few minutes, or export another format.`,
  });
}

function addressOf({ article }: Report): string {
  return `${env().publicUrl}${articlePath(article.slug)}`;
}

function downloadOf(
  { article, status, selection }: Report,
  format: ExportFormat | ReportFileFormat,
  { bytes }: Pick<ReportFile, "bytes">,
  { etag, language }: { etag: string | null; language: string },
): DownloadedFile {
  const { name, type } = EXPORT_FILES[format];
  const parts = [article.slug, status, selection && "selection", name].filter(Boolean);
  const isData = SAME_IN_EVERY_LANGUAGE.some((each) => each === format);
  return { name: parts.join("-"), type, bytes, etag, language: isData ? null : language };
}
