import { z } from "zod";
import { listPublicationsMadeIn } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isoDay } from "@/lib/input-fields";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { buildDigest, DIGEST_FORMATS, type DigestFormat } from "@/lib/reports/digests/digest";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { languageChoice } from "@/lib/reports/languages/report-language";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { err, ok, type Result } from "@/lib/result";
import { spokenLanguage, words } from "@/lib/words/words";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import type { DownloadedFile } from "./downloaded-file";

/** Articles in a digest at most, so that it fits into the memory of the process that renders it. */
const MAX_ARTICLES = 300;
const LIMITS = { milliseconds: 180_000, megabytes: 3072 };
const DAY_MS = 86_400_000;

/** Text that filters claims; empty for none. */
const filterText = z
  .string()
  .trim()
  .max(200)
  .nullish()
  .transform((text) => text || null);

const digestInput = z.object({
  from: isoDay,
  to: isoDay,
  format: z.enum(DIGEST_FORMATS),
  topic: filterText,
  claimant: filterText,
  rating: filterText,
  paper: z.enum(PAPERS).default("a4"),
  lang: languageChoice,
});

type DigestInput = z.input<typeof digestInput>;

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
): Promise<Result<DownloadedFile, Failure>> {
  const allowed = asResult(can(actor, "read", "digest"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(digestInput, unchecked);
  if (!parsed.ok) return parsed;
  const { from, to, format, paper, lang, ...filter } = parsed.value;
  const t = words("reports");
  if (from === null || to === null || to < from) {
    const message = t("period.error.order");
    return invalid(message, { to: [message] });
  }
  const before = new Date(Date.parse(to) + DAY_MS).toISOString();
  const publications = await listPublicationsMadeIn({ from, before }, MAX_ARTICLES + 1);
  if (publications.length > MAX_ARTICLES) return invalid(t("period.error.long", { count: MAX_ARTICLES }));
  const { organisation } = await readDeskSettings();
  const language = spokenLanguage(lang ?? organisation.languages[0] ?? "en");
  const digest = buildDigest(
    publications.map(({ report }) => report),
    {
      from,
      to,
      filter,
      madeAt: new Date().toISOString(),
      organisation: organisation.name ? { ...organisation, name: organisation.name } : null,
    },
  );
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
    name: `fact-checks-${from}-to-${to}.${format}`,
    type: typeOf(format),
    bytes: Buffer.from(rendered.value),
    etag: null,
    language: format === "json" ? null : language,
  });
}

function typeOf(format: DigestFormat): string {
  return EXPORT_FILES[format].type;
}
