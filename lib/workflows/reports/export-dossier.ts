import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { countClaimsOfArticle } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { dossierDocument } from "@/lib/reports/dossier/dossier-document";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { PAGED_FORMATS } from "@/lib/reports/renderers/paged/paged-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { dossierOf } from "./dossier-of";
import type { DownloadedFile } from "./downloaded-file";
import type { MeasuredReport } from "./report-progress";

const LIMITS = { milliseconds: 120_000, megabytes: 3072 };

/** A dossier with more claims is made in the background. */
const LARGE_CLAIMS = 200;

const dossierInput = z.object({
  articleId: z.string().max(100),
  format: z.string().max(100),
  paper: z.enum(PAPERS).default("a4"),
});

export type DossierInput = z.input<typeof dossierInput>;

/** The options of a dossier, and whether it takes so long that it is made in the background. */
export async function measureDossier(
  actor: Actor,
  unchecked: DossierInput,
): Promise<Result<MeasuredReport<DossierInput>, Failure>> {
  const options = readOptions(actor, unchecked);
  if (!options.ok) return options;
  const claims = await countClaimsOfArticle(options.value.articleId);
  return ok({ isLarge: claims > LARGE_CLAIMS, options: options.value });
}

/**
 * Everything that the newsroom knows of an article, as a file for its members: open questions, the text, and each claim with the history of its verdict,
 * votes, comments and the state of its sources. Stores nothing.
 */
export async function exportDossier(
  actor: Actor,
  unchecked: DossierInput,
): Promise<Result<DownloadedFile, Failure>> {
  const options = readOptions(actor, unchecked);
  if (!options.ok) return options;
  const { articleId, format: paged, paper } = options.value;
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const dossier = await dossierOf(article, actor, new Date().toISOString());
  const rendered = await runInChildProcess(
    "render-paged",
    { document: dossierDocument(dossier), format: paged, paper },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok)
    return err({
      kind: "unavailable",
      message: "The dossier could not be made. Try again in a few minutes, or choose another format.",
      cause: rendered.error.cause ?? rendered.error.kind,
    });
  return ok({
    name: `${article.slug}-dossier.${paged}`,
    type: EXPORT_FILES[paged].type,
    bytes: Buffer.from(rendered.value),
    etag: null,
    language: "en",
  });
}

function readOptions(actor: Actor, unchecked: DossierInput) {
  const parsed = parseInput(dossierInput, unchecked);
  if (!parsed.ok) return parsed;
  const { articleId, format, paper } = parsed.value;
  const allowed = asResult(can(actor, "export-dossier", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const paged = PAGED_FORMATS.find((each) => each === format);
  if (!paged) return invalid(`A dossier can't be exported as ${format}. Choose ${PAGED_FORMATS.join(", ")}.`);
  return ok({ articleId, format: paged, paper });
}
