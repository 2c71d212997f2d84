/** What a run left, as far as it is read here: the mutation testing report schema of Stryker. */
export interface MutationReport {
  files: Record<
    string,
    {
      mutants: {
        status: string;
        mutatorName: string;
        replacement?: string;
        location: { start: { line: number; column: number } };
      }[];
    }
  >;
}

export interface RoomScore {
  room: string;
  /** Mutants that a test noticed, or that never came to an end. */
  detected: number;
  /** Mutants that no test noticed, those that no test reaches included. */
  undetected: number;
  /** "lib/review/vote.ts:12 ConditionalExpression: false" */
  survivors: string[];
}

/** Counts the mutants of a room. Those that do not compile count for nothing. */
export function scoresOf(room: string, report: MutationReport): RoomScore {
  const score: RoomScore = { room, detected: 0, undetected: 0, survivors: [] };
  for (const [path, { mutants }] of Object.entries(report.files))
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (status === "Killed" || status === "Timeout") score.detected += 1;
      if (status !== "Survived" && status !== "NoCoverage") continue;
      score.undetected += 1;
      const shown = (replacement ?? "").replace(/\s+/g, " ").slice(0, 80);
      score.survivors.push(
        `${path}:${location.start.line}:${location.start.column} ${mutatorName} (${status === "Survived" ? "survived" : "not reached"}): ${shown}`,
      );
    }
  return score;
}

/** The scores as a Markdown table, and whether they reach the goal. */
export function scoreTable(
  scores: readonly RoomScore[],
  goal: { all: number; each: number },
): { table: string; met: boolean } {
  const total = scores.reduce(
    (sum, { detected, undetected }) => ({
      room: "all",
      detected: sum.detected + detected,
      undetected: sum.undetected + undetected,
      survivors: [],
    }),
    { room: "all", detected: 0, undetected: 0, survivors: [] } as RoomScore,
  );
  const row = (score: RoomScore) =>
    `| ${score.room} | ${score.detected + score.undetected} | ${score.detected} | ${percent(score).toFixed(1)}% |`;
  return {
    table: [
      "| room | mutants | noticed | score |",
      "| --- | --- | --- | --- |",
      ...[...scores, total].map(row),
    ].join("\n"),
    met: percent(total) >= goal.all && scores.every((score) => percent(score) >= goal.each),
  };
}

function percent({ detected, undetected }: RoomScore): number {
  return detected + undetected === 0 ? 100 : (100 * detected) / (detected + undetected);
}
