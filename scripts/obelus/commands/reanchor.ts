import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { z } from "zod";
import { type Alignment, alignTexts } from "../../../lib/anchoring/align-texts";
import { type ReanchorOutcome, reanchor } from "../../../lib/anchoring/reanchor";
import { CommandError } from "../command-error";

const question = z.object({ old: z.string(), new: z.string(), start: z.int(), end: z.int() });

/** `reanchor` */
export function addReanchor(program: Command): void {
  program
    .command("reanchor")
    .description("say what became of spans of an old text in a new one")
    .argument(
      "[file]",
      "JSON lines {old, new, start, end} in UTF-16 units; standard input where it is left out",
    )
    .addHelpText(
      "after",
      "\nPrints a JSON line {outcome, start, end, score} for each: exact, moved, changed or orphaned (start and end are null).",
    )
    .action(async (file: string | undefined) => {
      const input = file ? createReadStream(file) : process.stdin;
      let alignment: Alignment | undefined;
      let wrong = 0;
      try {
        for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          if (line.trim() === "") continue;
          const asked = readQuestion(line);
          if (typeof asked === "string") {
            wrong += 1;
            console.log(JSON.stringify({ error: asked }));
            continue;
          }
          // Spans of one pair of texts mostly come together: they share an alignment.
          if (alignment?.oldText !== asked.old || alignment.newText !== asked.new)
            alignment = alignTexts(asked.old, asked.new);
          console.log(JSON.stringify(answer(reanchor(alignment, asked))));
        }
      } catch (cause) {
        if (cause instanceof Error && "code" in cause)
          throw new CommandError(`${file} cannot be read. Correct the path.`, { cause });
        throw cause;
      }
      if (wrong > 0)
        throw new CommandError(
          `${wrong} ${wrong === 1 ? "line was" : "lines were"} not understood; "error" in the output says why.`,
        );
    });
}

/** A line as it was asked, or what is wrong with it. */
function readQuestion(line: string): z.output<typeof question> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  const parsed = question.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `${issue?.path.join(".") || "line"}: ${issue?.message}`;
  }
  const { old, start, end } = parsed.data;
  if (start < 0 || start >= end || end > old.length)
    return `start and end: ${start}..${end} is not a span inside 0..${old.length}`;
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
