import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alignTexts } from "../../../lib/anchoring/align-texts";
import { type ReanchorOutcome, reanchor } from "../../../lib/anchoring/reanchor";
import type { TextRange } from "../../../lib/anchoring/text-range";
import { CommandError } from "../../obelus/command-error";
import { seededRandom, seedOf } from "../random";
import { matchQuote } from "./quote-matcher";
import { KINDS, type Kind, type Pair, type Sample, sampleSpans } from "./sample-spans";

export interface KindResult {
  kind: Kind;
  spans: number;
  /** Correct: exact to the character; for edited spans, at least 0.8 overlap with the true range; for deleted ones, not found. */
  ours: number;
  /** Includes spans left to an editor: deleted ones that need checking, and others without a position. */
  oursHeld: number;
  /** Placed wrongly, and as if they were certain: no editor is asked to check them. */
  silentlyWrong: number;
  peer: number;
}

/** Reads pairs of revisions: JSON lines `{old, new}` in the subfolder `revisions/`. */
export function readPairs(folder: string): Pair[] {
  const revisions = join(folder, "revisions");
  if (!existsSync(revisions))
    throw new CommandError(
      `The folder ${revisions} does not exist. Set --data to a folder that contains revisions/*.jsonl.`,
    );
  return readdirSync(revisions)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(join(revisions, name), "utf8").split("\n").filter(Boolean))
    .map((line) => {
      const { old, new: now } = JSON.parse(line) as Pair;
      return { old, new: now };
    });
}

/** About every third pair is set aside for tuning and not used for published results. */
export function isForTuning(pair: Pair): boolean {
  return seedOf(pair.old) % 3 === 0;
}

/**
 * Samples spans from the pairs and counts how many are found at the right position, by our matcher and by the other one.
 * @param show called with each sample that ours places wrongly
 */
export function evaluateReanchor(
  pairs: readonly Pair[],
  take: number,
  progress: (done: number) => void,
  show?: (sample: Sample, outcome: ReanchorOutcome) => void,
): KindResult[] {
  const results = new Map(
    KINDS.map((kind) => [
      kind,
      { kind, spans: 0, ours: 0, oursHeld: 0, silentlyWrong: 0, peer: 0 } as KindResult,
    ]),
  );
  pairs.forEach((pair, index) => {
    for (const sample of sampleSpans(pair, take, seededRandom(seedOf(pair.old)))) {
      const result = results.get(sample.kind) as KindResult;
      const outcome = reanchor(alignTexts(sample.old, sample.new), sample.span);
      const right = isRight(sample, "range" in outcome ? outcome.range : null);
      result.spans += 1;
      if (right) result.ours += 1;
      else show?.(sample, outcome);
      if (right || outcome.kind === (sample.kind === "deleted" ? "changed" : "orphaned"))
        result.oursHeld += 1;
      if (!right && (outcome.kind === "exact" || outcome.kind === "moved")) result.silentlyWrong += 1;
      if (isRight(sample, matchQuote(sample.old, sample.new, sample.span))) result.peer += 1;
    }
    progress(index + 1);
  });
  return [...results.values()];
}

function isRight({ kind, truth, new: now, span, old }: Sample, found: TextRange | null): boolean {
  if (!truth || !found) return truth === found;
  if (!kind.startsWith("edited")) {
    // Between equal passages, a diff can pick either one: the same text in the same context is right.
    const around = ({ start, end }: TextRange) => now.slice(Math.max(0, start - 40), end + 40);
    return found.start === truth.start && found.end === truth.end
      ? true
      : around(found) === around(truth) &&
          now.slice(found.start, found.end) === old.slice(span.start, span.end);
  }
  const common = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  const all = Math.max(found.end, truth.end) - Math.min(found.start, truth.start);
  return common / all >= 0.8;
}
