import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { z } from "zod";
import { type Alignment, alignTexts } from "../../../lib/anchoring/align-texts";
import { type ReanchorOutcome, reanchor } from "../../../lib/anchoring/reanchor";
import { CommandError } from "../command-error";

const spanQuery = z.object({ old: z.string(), new: z.string(), start: z.int(), end: z.int() });

/** `reanchor` */
export function addReanchor(program: Command): void {
  program
    .command("reanchor")
    .description("find spans of an old text in a new one")
    .argument(
      "[file]",
      "JSON lines {old, new, start, end}, offsets in UTF-16 code units; default: standard input",
    )
    .addHelpText(
      "after",
      "\nPrints a JSON line {outcome, start, end, score} for each. The outcome is exact, moved, changed or orphaned (start and end are null).",
    )
    .action(async (file: string | undefined) => {
      const input = file ? createReadStream(file) : process.stdin;
      let alignment: Alignment | undefined;
      let invalid = 0;
      try {
        for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          if (line.trim() === "") continue;
          const query = readQuery(line);
          if (typeof query === "string") {
            invalid += 1;
            console.log(JSON.stringify({ error: query }));
            continue;
          }
          // Spans of the same pair of texts usually follow each other, so they can share an alignment.
          if (alignment?.old.folded.raw !== query.old || alignment.now.folded.raw !== query.new)
            alignment = alignTexts(query.old, query.new);
          console.log(JSON.stringify(answer(reanchor(alignment, query))));
        }
      } catch (cause) {
        if (cause instanceof Error && "code" in cause)
          throw new CommandError(`Can't read ${file}. Check the path.`, { cause });
        throw cause;
      }
      if (invalid > 0)
        throw new CommandError(
          `${invalid} ${invalid === 1 ? "line is" : "lines are"} invalid. See "error" in the output.`,
        );
    });
}

/** The query in a line, or what is wrong with the line. */
function readQuery(line: string): z.output<typeof spanQuery> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  const parsed = spanQuery.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `${issue?.path.join(".") || "line"}: ${issue?.message}`;
  }
  const { old, start, end } = parsed.data;
  if (start < 0 || start >= end || end > old.length)
    return `start and end: ${start}..${end} is not a span within 0..${old.length}`;
  return parsed.data;
}

function answer(outcome: ReanchorOutcome) {
  if (outcome.kind === "orphaned")
    return { outcome: outcome.kind, start: null, end: null, score: outcome.candidates[0]?.score ?? 0 };
  return {
    outcome: outcome.kind,
    ...outcome.range,
    score: outcome.kind === "changed" ? outcome.score : 1,
  };
}
