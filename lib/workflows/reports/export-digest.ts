import { z } from "zod";
import {
  countPublishedIn,
  listPublishedIn,
  type Period,
  readCurrentPublications,
} from "@/lib/db/public-periods";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { buildDigest, DIGEST_FORMATS } from "@/lib/reports/digests/digest";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { languageChoice } from "@/lib/reports/languages/report-language";
import { PAPERS } from "@/lib/reports/renderers/paper";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";
import { spokenLanguage, words } from "@/lib/words/words";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import type { DownloadedFile } from "./downloaded-file";
import { type Days, daysOf, periodFields, periodOf } from "./period-input";
import type { MeasuredReport, OnReportProgress } from "./report-progress";

/** Articles in a digest at most, so that it fits into the memory of the process that renders it. */
const MAX_ARTICLES = 300;
const LIMITS = { milliseconds: 180_000, megabytes: 3072 };
/** With more, it is made in the background. */
const LARGE = { articles: 50, claims: 200 };
/** Reports that are parsed at once. */
const BATCH = 10;

const t = words("reports");

/** Text that filters claims; empty for none. */
const filterText = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((text) => text || null);

const digestInput = z.object({
  ...periodFields,
  format: z.enum(DIGEST_FORMATS),
  topic: filterText,
  claimant: filterText,
  rating: filterText,
  paper: z.enum(PAPERS).default("a4"),
  lang: languageChoice,
});

export type DigestInput = z.input<typeof digestInput>;

interface Selected {
  days: Days;
  period: Period;
  options: z.output<typeof digestInput>;
}

/** The options of the report of a period, and whether it takes so long that it is made in the background. */
export async function measureDigest(
  actor: Actor,
  unchecked: DigestInput | Record<string, string>,
): Promise<Result<MeasuredReport<DigestInput>, Failure>> {
  const selected = await select(actor, unchecked);
  if (!selected.ok) return selected;
  const { articles, claims } = await countPublishedIn(selected.value.period);
  return ok({
    isLarge: articles > LARGE.articles || claims > LARGE.claims,
    options: selected.value.options,
  });
}

/**
 * The report of everything that was published in a period, as a file. It has only what readers can see now: current publications, without what was
 * redacted. Stores nothing.
 * @param unchecked.from ISO 8601 day (UTC), included, as is `to`
 * @param unchecked.rating key of a rating
 * @param unchecked.lang BCP 47, of the words in it; the first of the organisation if missing or empty
 */
export async function exportDigest(
  actor: Actor,
  unchecked: DigestInput | Record<string, string>,
  onProgress: OnReportProgress = () => {},
): Promise<Result<DownloadedFile, Failure>> {
  const selected = await select(actor, unchecked);
  if (!selected.ok) return selected;
  const { days, period, options } = selected.value;
  const { format, paper, topic, claimant, rating, lang } = options;
  const ids = await listPublishedIn(period, MAX_ARTICLES);
  const reports: Report[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    onProgress({ step: "read", position: start, total: ids.length });
    for (const { report } of await readCurrentPublications(ids.slice(start, start + BATCH)))
      reports.push(report);
  }
  const { organisation } = await readDeskSettings();
  const language = spokenLanguage(lang ?? organisation.languages[0] ?? "en");
  const digest = buildDigest(reports, {
    ...days,
    filter: { topic, claimant, rating },
    madeAt: new Date().toISOString(),
    organisation: organisation.name ? { ...organisation, name: organisation.name } : null,
  });
  onProgress({ step: "render", position: 1, total: 1 });
  const rendered = await runInChildProcess(
    "render-digest",
    { digest, format, publicUrl: env().publicUrl, paper, language },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok)
    return err({
      kind: "unavailable",
      message: t("period.error.failed"),
      cause: rendered.error.cause ?? rendered.error.kind,
    });
  return ok({
    name: `fact-checks-${days.from}-to-${days.to}.${format}`,
    type: EXPORT_FILES[format].type,
    bytes: Buffer.from(rendered.value),
    etag: null,
    language: format === "json" ? null : language,
  });
}

async function select(
  actor: Actor,
  unchecked: DigestInput | Record<string, string>,
): Promise<Result<Selected, Failure>> {
  const allowed = asResult(can(actor, "read", "digest"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(digestInput, unchecked);
  if (!parsed.ok) return parsed;
  const days = daysOf(parsed.value);
  if (!days.ok) return days;
  const period = periodOf(days.value);
  const { articles } = await countPublishedIn(period);
  if (articles > MAX_ARTICLES) return invalid(t("period.error.long", { count: MAX_ARTICLES }));
  return ok({ days: days.value, period, options: parsed.value });
}
