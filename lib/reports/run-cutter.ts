import type { Segment } from "@/lib/claims/segment-text";
import type { ReportRun } from "./report";

/** The segments of a text, at which its runs are split, and the number of each claim. */
export interface Marking {
  segments: readonly Segment[];
  numberOf: ReadonlyMap<string, number>;
}

/** Cuts the runs of a text, in order, where the set of claims that cover it changes. */
export class RunCutter {
  private readonly runs: ReportRun[] = [];
  private offset = 0;
  private blocks = 0;
  private segment = 0;

  constructor(private readonly marking: Marking) {}

  /** Begins a text block: one unit separates it from the block before. */
  nextBlock(): void {
    if (this.blocks++ > 0) this.offset += 1;
  }

  /** The runs of the next text of the block, which has one format. */
  cut(text: string, format: Partial<ReportRun>): ReportRun[] {
    const runs: ReportRun[] = [];
    const { segments, numberOf } = this.marking;
    const numbers = (ids: readonly string[]) => ids.map((id) => numberOf.get(id) as number);
    for (let done = 0; done < text.length; ) {
      while (segments[this.segment] && (segments[this.segment] as Segment).end <= this.offset)
        this.segment += 1;
      const segment = segments[this.segment];
      const length = segment ? Math.min(text.length - done, segment.end - this.offset) : text.length - done;
      runs.push({
        text: text.slice(done, done + length),
        ...format,
        claims: segment ? numbers(segment.claims) : [],
        starts: segment && this.offset === segment.start ? numbers(segment.starts) : [],
        ends: segment && this.offset + length === segment.end ? numbers(segment.ends) : [],
      });
      done += length;
      this.offset += length;
    }
    for (const run of runs) this.runs.push(run);
    return runs;
  }

  /**
   * Completes the runs at the end. A claim can begin or end at a break between blocks, which is in no run: then its first and last run are
   * those that it covers.
   */
  closeMarks(): void {
    const first = new Map<number, ReportRun>();
    const last = new Map<number, ReportRun>();
    for (const run of this.runs)
      for (const number of run.claims) {
        if (!first.has(number)) first.set(number, run);
        last.set(number, run);
      }
    for (const [number, run] of first) if (!run.starts.includes(number)) run.starts.push(number);
    for (const [number, run] of last) if (!run.ends.includes(number)) run.ends.push(number);
  }
}
