import { z } from "zod";
import { articlePath } from "@/lib/article-path";
import { listPublicCorrections, type PublicCorrection } from "@/lib/db/public-corrections";
import {
  type FirstPublished,
  listFirstPublishedIn,
  type Period,
  readCurrentPublications,
} from "@/lib/db/public-periods";
import { listUnpublications } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import {
  type EvidencePack,
  PACK_FORMATS,
  type PackCorrection,
  type PackFormat,
} from "@/lib/reports/evidence-packs/evidence-pack";
import { packCollector } from "@/lib/reports/evidence-packs/pack-collector";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import type { DownloadedFile } from "./downloaded-file";
import { type Days, daysOf, periodFields, periodOf } from "./period-input";
import type { MeasuredReport, OnReportProgress } from "./report-progress";

/** Checks in a pack at most: a large newsroom's year. */
const MAX_CHECKS = 5_000;
/** Claims in a PDF at most, so that it fits into the memory of the process that renders it. */
const MAX_PDF_CLAIMS = 20_000;
/** Corrections, and unpublished checks, in a pack at most. */
const MAX_NOTICES = 5_000;
/** A pack with more claims is made in the background. */
const LARGE_CLAIMS = 300;
/** Reports that are parsed at once. */
const BATCH = 10;
const LIMITS = { milliseconds: 600_000, megabytes: 3072 };

const t = words("evidencePack");

const packInput = z.object({
  ...periodFields,
  format: z.enum(PACK_FORMATS),
  paper: z.enum(PAPERS).default("a4"),
});

export type EvidencePackInput = z.input<typeof packInput>;

interface Selected {
  days: Days;
  period: Period;
  format: PackFormat;
  paper: (typeof PAPERS)[number];
  checks: FirstPublished[];
  claims: number;
}

/** The options of an evidence pack, and whether it takes so long that it is made in the background. */
export async function measureEvidencePack(
  actor: Actor,
  unchecked: EvidencePackInput | Record<string, string>,
): Promise<Result<MeasuredReport<EvidencePackInput>, Failure>> {
  const selected = await select(actor, unchecked);
  if (!selected.ok) return selected;
  const { days, format, paper, claims } = selected.value;
  return ok({ isLarge: claims > LARGE_CLAIMS, options: { ...days, format, paper } });
}

/**
 * The evidence pack of a period as a file, for the IFCN, the EFCSN or anyone who asks how the newsroom works. It has only what readers can see: current
 * publications, without what was redacted. Stores nothing.
 * @param unchecked.from ISO 8601 day (UTC), included, as is `to`
 */
export async function exportEvidencePack(
  actor: Actor,
  unchecked: EvidencePackInput | Record<string, string>,
  onProgress: OnReportProgress = () => {},
): Promise<Result<DownloadedFile, Failure>> {
  const selected = await select(actor, unchecked);
  if (!selected.ok) return selected;
  const { days, format, paper } = selected.value;
  const pack = await collect(selected.value, new Date().toISOString(), onProgress);
  onProgress({ step: "render", position: 1, total: 1 });
  const rendered = await runInChildProcess(
    "render-evidence-pack",
    { pack, format, paper },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok)
    return err({
      kind: "unavailable",
      message: t("error.failed"),
      cause: rendered.error.cause ?? rendered.error.kind,
    });
  return ok({
    name: `evidence-pack-${days.from}-to-${days.to}.${format}`,
    type: EXPORT_FILES[format].type,
    bytes: Buffer.from(rendered.value),
    etag: null,
    language: format === "json" ? null : "en",
  });
}

async function select(
  actor: Actor,
  unchecked: EvidencePackInput | Record<string, string>,
): Promise<Result<Selected, Failure>> {
  const allowed = asResult(can(actor, "read", "digest"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(packInput, unchecked);
  if (!parsed.ok) return parsed;
  const { format, paper } = parsed.value;
  const days = daysOf(parsed.value);
  if (!days.ok) return days;
  const period = periodOf(days.value);
  const checks = await listFirstPublishedIn(period, MAX_CHECKS + 1);
  if (checks.length > MAX_CHECKS) return invalid(t("error.long", { count: MAX_CHECKS }));
  const claims = checks.reduce((sum, check) => sum + check.claims, 0);
  if (format === "pdf" && claims > MAX_PDF_CLAIMS) return invalid(t("error.pdf", { count: MAX_PDF_CLAIMS }));
  return ok({ days: days.value, period, format, paper, checks, claims });
}

/** Reads the Reports in small parts, of which only what the pack needs stays in memory. */
async function collect(
  { days, period, checks }: Selected,
  madeAt: string,
  onProgress: OnReportProgress,
): Promise<EvidencePack> {
  const pack = packCollector(env().publicUrl);
  for (let start = 0; start < checks.length; start += BATCH) {
    onProgress({ step: "read", position: start, total: checks.length });
    const ids = checks.slice(start, start + BATCH).map(({ publicationId }) => publicationId);
    for (const { report } of await readCurrentPublications(ids)) pack.add(report);
  }
  const [corrections, unpublished, { organisation }] = [
    await listCorrections(period),
    await listUnpublications(MAX_NOTICES, period),
    await readDeskSettings(),
  ];
  return pack.finish({
    ...days,
    madeAt,
    organisation: organisation.name ? { ...organisation, name: organisation.name } : null,
    corrections: corrections.map(correctionOf).reverse(),
    unpublished: unpublished.map(({ title, reason, at }) => ({ title, reason, at })).reverse(),
    complaints: null,
  });
}

async function listCorrections(madeIn: Period): Promise<PublicCorrection[]> {
  const all: PublicCorrection[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPublicCorrections>> = await listPublicCorrections({
      ...(cursor !== null && { cursor }),
      limit: 100,
      madeIn,
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && all.length < MAX_NOTICES);
  return all;
}

function correctionOf({ article, claim, kind, note, madeAt, changes }: PublicCorrection): PackCorrection {
  return {
    title: article.title,
    address: `${env().publicUrl}${articlePath(article.slug)}`,
    claim: claim?.number ?? null,
    kind,
    note,
    madeAt,
    changes,
  };
}
