import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { findClaim } from "@/lib/reports/find-claim";
import { articleCard, type CardView, claimCard } from "@/lib/reports/renderers/card/card-view";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";

/** What a picture for sharing is drawn from. */
export interface CardRequest {
  /** What a publication gives never changes, except by a redaction, which raises its revision. */
  publication: { id: string; revision: number; report: Report };
  /** Of the claim; null for the article. */
  number: number | null;
  /** BCP 47, of the words around the facts. */
  language: string;
}

export interface CardPicture {
  /** PNG. */
  bytes: Buffer<ArrayBuffer>;
  /** In quotation marks. */
  etag: string;
}

/** Why there is no picture. */
export type CardFailure = { kind: "no-claim" } | { kind: "busy" } | IsolationFailure;

type Drawn = Result<CardPicture, CardFailure>;

/** A picture takes a tenth of a second once fonts are open, which take up to two. */
const LIMITS = { milliseconds: 60_000, megabytes: 1024 };
/** About 80 KB each. */
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
const FAILURE_TTL_MS = 60_000;
/**
 * Pictures drawn by one process, which takes longer to start than to draw one. Few enough that a report that waits for its turn gets it
 * within seconds.
 */
const MAX_BATCH = 12;
/** Pictures that wait. A crawler that asks for more of them at once is asked to come back. */
const MAX_WAITING = 60;

interface Waiting {
  view: CardView;
  drawn: Promise<Drawn>;
  finish: (drawn: Drawn) => void;
}

interface Cards {
  finished: LRUCache<string, Drawn>;
  /** By key, in the order in which they were asked for. */
  waiting: Map<string, Waiting>;
  /** Those that a process draws now. */
  pending: Map<string, Waiting>;
}

// On globalThis, because Next loads this module once per kind of route.
const globals = globalThis as typeof globalThis & { obelusCards?: Cards };

function cards(): Cards {
  globals.obelusCards ??= {
    finished: new LRUCache({
      maxSize: MAX_CACHE_BYTES,
      perf: { now: () => performance.now() },
      sizeCalculation: (each) => (each.ok ? each.value.bytes.byteLength + 1 : 1),
    }),
    waiting: new Map(),
    pending: new Map(),
  };
  return globals.obelusCards;
}

/**
 * The picture for sharing of an article or a claim, drawn in a separate process and stored in memory. Equal requests wait for one drawing;
 * different ones wait together, and one process at a time draws a batch of them.
 * @returns the picture, or why there is none
 */
export async function cardPicture({ publication, number, language }: CardRequest): Promise<Drawn> {
  const { id, revision, report } = publication;
  const { finished, waiting, pending } = cards();
  const key = JSON.stringify([id, revision, number, language]);
  const known = finished.get(key);
  if (known) return known;
  const begun = waiting.get(key) ?? pending.get(key);
  if (begun) return begun.drawn;
  if (waiting.size >= MAX_WAITING) return err({ kind: "busy" });
  const claim = number === null ? null : findClaim(report, number);
  if (number !== null && !claim) return err({ kind: "no-claim" });
  // A picture with something that was redacted since must not even stay in memory.
  for (const other of [...finished.keys()]) {
    const [otherId, otherRevision] = JSON.parse(other) as [string, number];
    if (otherId === id && otherRevision < revision) finished.delete(other);
  }
  const { promise, resolve } = Promise.withResolvers<Drawn>();
  const view = claim ? claimCard(report, claim, language) : articleCard(report, language);
  waiting.set(key, { view, drawn: promise, finish: resolve });
  if (pending.size === 0) void drawWaiting();
  return promise;
}

/** Draws what waits, a batch after the other. It never fails. */
async function drawWaiting(): Promise<void> {
  const { finished, waiting, pending } = cards();
  while (waiting.size > 0) {
    const batch = [...waiting].slice(0, MAX_BATCH);
    for (const [key, each] of batch) {
      waiting.delete(key);
      pending.set(key, each);
    }
    const drawn = await draw(batch.map(([, { view }]) => view));
    for (const [index, [key, each]] of batch.entries()) {
      const one = drawn[index] ?? err({ kind: "crashed" });
      finished.set(key, one, one.ok ? {} : { ttl: FAILURE_TTL_MS });
      pending.delete(key);
      each.finish(one);
    }
  }
}

/** Draws pictures in one process; if that fails, each in its own, as one of them may be what can't be drawn. */
async function draw(views: readonly CardView[]): Promise<Drawn[]> {
  const result = await runInChildProcess("draw-cards", views, { limits: LIMITS, queue: "rendering" });
  if (result.ok) return result.value.map((bytes) => ok(asPicture(Buffer.from(bytes))));
  console.error("pictures for sharing could not be drawn:", result.error.kind, result.error.cause);
  if (views.length === 1) return [err(result.error)];
  const single: Drawn[] = [];
  for (const view of views) single.push(...(await draw([view])));
  return single;
}

function asPicture(bytes: Buffer<ArrayBuffer>): CardPicture {
  return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"` };
}

/** Forgets every picture, for tests. */
export function forgetCardPictures(): void {
  delete globals.obelusCards;
}
