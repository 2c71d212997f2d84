import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { findClaim } from "@/lib/db/claims";
import { countWaitingJobs } from "@/lib/db/job-queue";
import { findSnapshotText, newestSnapshots } from "@/lib/db/snapshots";
import { findSource, findSources } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { ExcerptCheck } from "@/lib/sources/check-excerpt";
import { type CopyState, copyStateOf } from "@/lib/sources/copy-state";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { type CopyToCheck, checkInCopies } from "./check-in-copies";

const sourceInput = z.object({ sourceId: z.string() });

/** The readable text of a source's newest saved copy, lines separated by "\n". */
export type CopyText =
  | { kind: "not-saved" }
  | {
      kind: "saved";
      snapshot: { id: string; takenAt: string };
      text: string;
      /** BCP 47, if known. */
      language: string | null;
    };

export async function readCopyText(
  actor: Actor,
  input: z.input<typeof sourceInput>,
): Promise<Result<CopyText, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(sourceInput, input);
  if (!parsed.ok) return parsed;
  const { sourceId } = parsed.value;
  const [snapshot, source] = await Promise.all([findSnapshotText(sourceId), findSource(undefined, sourceId)]);
  if (!snapshot) return ok({ kind: "not-saved" });
  const { id, takenAt, text } = snapshot;
  return ok({ kind: "saved", snapshot: { id, takenAt }, text, language: source?.language ?? null });
}

/** Whether a source's page is saved, queued or could not be saved, and whether it still answers. */
export async function checkSourceCopy(
  actor: Actor,
  input: z.input<typeof sourceInput>,
): Promise<Result<CopyState, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(sourceInput, input);
  if (!parsed.ok) return parsed;
  const { sourceId } = parsed.value;
  // Before the source is read: a job that finishes in between has stored its copy by then.
  const waiting = await countWaitingJobs("keep-copy", [sourceId]);
  const source = await findSource(undefined, sourceId);
  return source ? ok(copyStateOf(source, waiting.has(source.id))) : notFound("source");
}

/** The state of the saved copy behind one piece of evidence. */
export interface EvidenceCopyCheck extends CopyState {
  evidenceId: string;
  /** The newest saved copy. */
  snapshotId: string | null;
  /** Whether the excerpt appears in the newest copy; null without excerpt or copy. */
  excerpt: ExcerptCheck["kind"] | null;
}

const claimInput = z.object({ claimId: z.string() });

/** Checks each excerpt of a claim against its source's newest saved copy, and reports the state of the copies. */
export async function checkEvidenceCopies(
  actor: Actor,
  input: z.input<typeof claimInput>,
): Promise<Result<EvidenceCopyCheck[], Failure>> {
  const parsed = parseInput(claimInput, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const allowed = asResult(can(actor, "read", "article", { articleId: claim.articleId }));
  if (!allowed.ok) return allowed;
  const evidence = claim.evidence.filter(({ source }) => !(isGuest(actor) && source.confidential));
  const ids = [...new Set(evidence.map(({ source }) => source.id))];
  // Before the sources are read: a job that finishes in between has stored its copy by then.
  const waiting = await countWaitingJobs("keep-copy", ids);
  const sources = await findSources(ids);
  // After them, for the same reason: a copy that a source says is saved is found, and its excerpts are checked.
  const snapshots = await newestSnapshots(ids);
  const found = await checkExcerpts(
    evidence.flatMap(({ source: { id: sourceId }, excerpt }) => {
      const snapshotId = snapshots.get(sourceId);
      return excerpt && snapshotId ? [{ sourceId, snapshotId, excerpt }] : [];
    }),
  );
  const checks: EvidenceCopyCheck[] = [];
  for (const { id: evidenceId, source: cited, excerpt } of evidence) {
    const source = sources.get(cited.id);
    if (!source) continue;
    const snapshotId = snapshots.get(source.id) ?? null;
    checks.push({
      evidenceId,
      snapshotId,
      ...copyStateOf(source, waiting.has(source.id)),
      excerpt: (excerpt && snapshotId && found.get(keyOf({ snapshotId, excerpt }))) || null,
    });
  }
  return ok(checks);
}

/** An excerpt and the saved copy that it should appear in. */
interface Quoted {
  sourceId: string;
  snapshotId: string;
  excerpt: string;
}

/** Results by copy and excerpt. Neither ever changes. The oldest is dropped first. */
const outcomes = new LRUCache<string, ExcerptCheck["kind"]>({ max: 5000 });

function keyOf({ snapshotId, excerpt }: Pick<Quoted, "snapshotId" | "excerpt">): string {
  return `${snapshotId} ${createHash("sha256").update(excerpt).digest("base64")}`;
}

/** UTF-16 units of saved copies that are checked together. */
const MAX_UNITS_TOGETHER = 8_000_000;

/** The outcome of each check by its key; without those that could not be checked. */
async function checkExcerpts(quoted: readonly Quoted[]): Promise<Map<string, ExcerptCheck["kind"]>> {
  const found = new Map<string, ExcerptCheck["kind"]>();
  const unknown = new Map<string, Quoted[]>();
  for (const each of quoted) {
    const known = outcomes.get(keyOf(each));
    if (known) found.set(keyOf(each), known);
    else unknown.set(each.snapshotId, [...(unknown.get(each.snapshotId) ?? []), each]);
  }
  let copies: (CopyToCheck & { snapshotId: string })[] = [];
  const flush = async () => {
    const checked = await checkInCopies(copies.map(({ text, excerpts }) => ({ text, excerpts })));
    if (checked.ok)
      copies.forEach(({ snapshotId, excerpts }, copy) => {
        excerpts.forEach((excerpt, index) => {
          const kind = checked.value[copy]?.[index]?.kind;
          if (!kind) return;
          outcomes.set(keyOf({ snapshotId, excerpt }), kind);
          found.set(keyOf({ snapshotId, excerpt }), kind);
        });
      });
    else console.error("excerpts could not be checked:", checked.error.kind, checked.error.cause);
    copies = [];
  };
  for (const [snapshotId, group] of unknown) {
    const snapshot = await findSnapshotText((group[0] as Quoted).sourceId, snapshotId);
    if (!snapshot) continue;
    copies.push({ snapshotId, text: snapshot.text, excerpts: group.map(({ excerpt }) => excerpt) });
    if (copies.reduce((sum, { text }) => sum + text.length, 0) > MAX_UNITS_TOGETHER) await flush();
  }
  if (copies.length > 0) await flush();
  return found;
}
