import { Command, CommanderError, InvalidArgumentError } from "commander";
import { CommandError } from "../obelus/command-error";
import { sentenceFor } from "../steps/start-error";
import type { PdfResult } from "./pdf/evaluate-pdf";
import { evaluateReanchor, isForTuning, readPairs } from "./reanchor/evaluate-reanchor";

/** The F1 that each PDF should reach. */
const PDF_MARK = 0.9985;

const program = new Command("evaluate")
  .usage("<name> --data DIR (as npm run evaluate -- <name> --data DIR)")
  .description(
    "Measures the quality of results on real data, and compares them with other programs where possible.",
  )
  .exitOverride();

const positive = (value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("Enter a whole number above 0.");
  return number;
};
const percent = (part: number, total: number) =>
  total === 0 ? "–" : `${((100 * part) / total).toFixed(1)}%`;

program
  .command("reanchor")
  .description("how many spans of an old text are found at the right position in the new one")
  .requiredOption("--data <folder>", "contains revisions/*.jsonl, one pair {old, new} per line")
  .option("--take <number>", "maximum number of spans per kind and pair", positive, 6)
  .option("--tuning", "use the pairs set aside for tuning instead of the others")
  .option("--show", "print the spans that are placed wrongly")
  .option("--json", "print JSON")
  .action((options: { data: string; take: number; tuning?: true; show?: true; json?: true }) => {
    const pairs = readPairs(options.data).filter((pair) => isForTuning(pair) === (options.tuning === true));
    const results = evaluateReanchor(
      pairs,
      options.take,
      (done) => process.stderr.write(`\r${done} of ${pairs.length} pairs`),
      options.show &&
        ((sample, outcome) => {
          const found = "range" in outcome ? sample.new.slice(outcome.range.start, outcome.range.end) : null;
          console.log(
            JSON.stringify({
              kind: sample.kind,
              was: sample.old.slice(sample.span.start, sample.span.end),
              expected: sample.truth && sample.new.slice(sample.truth.start, sample.truth.end),
              found,
              outcome: outcome.kind,
              score: "score" in outcome ? outcome.score : undefined,
            }),
          );
        }),
    );
    process.stderr.write("\n");
    if (options.json) console.log(JSON.stringify(results));
    else {
      console.log(
        "| kind | spans | ours | ours, or held for an editor | silently wrong | quote matcher |\n| --- | ---: | ---: | ---: | ---: | ---: |",
      );
      for (const { kind, spans, ours, oursHeld, silentlyWrong, peer } of results)
        console.log(
          `| ${kind} | ${spans} | ${percent(ours, spans)} | ${percent(oursHeld, spans)} | ${silentlyWrong} | ${percent(peer, spans)} |`,
        );
    }
  });

program
  .command("import")
  .description("how well the text and the details of real pages are imported")
  .requiredOption(
    "--data <folder>",
    "contains import/<page>/source.html, expected.html and expected-metadata.json",
  )
  .option("--json", "print JSON")
  .action(async (options: { data: string; json?: true }) => {
    const { evaluateImport } = await import("./import/evaluate-import");
    const results = await evaluateImport(options.data);
    if (options.json) console.log(JSON.stringify(results));
    else {
      console.log(
        "| page | F1 of words | Readability | alarms | planted losses found | fields as expected | others |\n| --- | ---: | ---: | ---: | ---: | --- | --- |",
      );
      for (const { page, f1, readability, alarms, found, planted, right, wrong } of results)
        console.log(
          `| ${page} | ${f1.toFixed(4)} | ${readability.toFixed(4)} | ${alarms} | ${found} of ${planted} | ${right.join(", ")} | ${wrong.join(", ")} |`,
        );
    }
  });

program
  .command("pdf")
  .description("how far the words that are read from PDFs are those of pdftotext (poppler)")
  .requiredOption("--data <folder>", "contains *.pdf")
  .option("--show <number>", "print so many words that only one of both has, for each file", positive)
  .option("--json", "print JSON")
  .action(async (options: { data: string; show?: number; json?: true }) => {
    const { evaluatePdfs } = await import("./pdf/evaluate-pdf");
    const results: PdfResult[] = [];
    if (!options.json) console.log("| file | F1 of words | F1 by the rules |\n| --- | ---: | ---: |");
    await evaluatePdfs(options.data, (result) => {
      results.push(result);
      if (options.json) return;
      const { name, f1, fairF1, refusal, lost, added } = result;
      console.log(`| ${name} | ${f1.toFixed(4)} | ${refusal ?? fairF1.toFixed(4)} |`);
      if (options.show && lost.length + added.length)
        console.log(
          `  only pdftotext: ${lost.slice(0, options.show).join(" ")}\n  only ours: ${added.slice(0, options.show).join(" ")}`,
        );
    });
    if (options.json) return console.log(JSON.stringify(results));
    const scores = results.map(({ fairF1 }) => fairF1).sort((a, b) => a - b);
    const reached = (key: "f1" | "fairF1") => results.filter((result) => result[key] >= PDF_MARK).length;
    const sum = (numberOf: (result: PdfResult) => number) =>
      results.reduce((total, result) => total + numberOf(result), 0);
    const mean = sum(({ fairF1 }) => fairF1) / results.length;
    const pooled = sum(({ fairF1, words }) => fairF1 * words) / sum(({ words }) => words);
    console.log(
      `${results.length} files; at ${PDF_MARK} or more: ${reached("f1")}, by the rules ${reached("fairF1")}; by the rules: median ${(scores[scores.length >> 1] ?? 0).toFixed(4)}, mean ${mean.toFixed(4)}, all words ${pooled.toFixed(4)}`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(`✗ ${error instanceof CommandError ? error.message : sentenceFor(error)}`);
    process.exitCode = 1;
  }
}
if (process.connected) process.disconnect();
