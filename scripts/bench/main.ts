import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { sentenceFor } from "../steps/start-error";

const benches = ["anchoring", "editor", "stalls", "database", "reader", "keystrokes", "reports"] as const;

const program = new Command("bench")
  .usage("[name] (as npm run bench -- [name])")
  .description("Measures speed, and compares it with other programs in the same run.")
  .addArgument(new Argument("[name]", "the benchmark to run; default: all of them").choices(benches))
  .option("--large", "for stalls: an article of 100,000 words with 2,000 claims as well")
  .option(
    "--only <words>",
    "for stalls and database: the operations whose name contains this, or one of several, separated by commas",
  )
  .addOption(
    new Option("--scale <part>", "for database: how much of the large newsroom, 0.01 to 1")
      .default(1)
      .argParser(readScale),
  )
  .exitOverride()
  .action(async (name: (typeof benches)[number] | undefined, options: BenchOptions) => {
    if (!name || name === "anchoring") {
      const { benchAnchoring, benchReplacing } = await import("./anchoring");
      const { benchMarks } = await import("./marks");
      console.error("• Re-anchoring (about a minute)");
      print(["words", "claims", "ours", "quote matcher", "ratio"], benchAnchoring());
      print(["marks on a page", "claims", "found", "prepared", "all claims"], benchMarks());
      print(["replaced by an unrelated text", "words", "claims", "time"], benchReplacing());
    }
    if (!name || name === "editor") {
      const { benchEditor } = await import("./editor/bench-editor");
      const head = [
        "words",
        "claims",
        "program",
        "mount",
        "draw",
        "all drawn",
        "add one",
        "select one",
        "remove one",
        "hover",
        "heap (MB)",
      ];
      const { sizes, doubling } = await benchEditor((message) => console.error(`• ${message}`));
      print(head, sizes);
      const columns = (program: string) => [`${program}: draw`, "all drawn", "add one"];
      print(["claims", ...columns("obelus"), ...columns("plain-marks")], doubling);
    }
    if (!name || name === "stalls") {
      const { benchStalls } = await import("./stalls/bench-stalls");
      const rows = await benchStalls(options, (message) => console.error(`• ${message}`));
      print(
        ["operation", "article", "duration (ms)", "health (ms)", "event loop (ms)", "busy (ms)", "limit", ""],
        rows,
      );
      if (rows.some((row) => row.at(-1) !== "met")) process.exitCode = 1;
    }
    if (!name || name === "reader") {
      const { benchReader } = await import("./reader/bench-reader");
      const { rates, loads, large } = await benchReader((message) => console.error(`• ${message}`));
      print(["document", "requests a second", "of node:http", "ratio"], rates);
      print(["page", "LCP (ms)", "layout shift", "all (KB)", "script (KB)", "fonts (KB)"], loads);
      print(["20,000 words, 500 claims", "figure", "at most"], large);
    }
    if (!name || name === "reports") {
      const { benchReports } = await import("./reports/bench-reports");
      const { pdfs, formats, requests, missed } = await benchReports((message) =>
        console.error(`• ${message}`),
      );
      print(["claims", "program", "time (ms)", "peak memory (MB)", "size (KB)"], pdfs);
      print(["1,000 claims as", "time (ms)", "at most"], formats);
      print(["a public page", "p95 (ms)", "ratio"], requests);
      for (const each of missed) console.error(`✗ ${each}`);
      if (missed.length > 0) process.exitCode = 1;
    }
    if (!name || name === "keystrokes") {
      const { benchKeystrokes } = await import("./keystrokes/bench-keystrokes");
      const rows = await benchKeystrokes((message) => console.error(`• ${message}`));
      print(["task", "keys", "clicks", "keys before"], rows);
    }
    if (!name || name === "database") {
      const { benchDatabase } = await import("./database/bench-database");
      const { rows, missed } = await benchDatabase(
        options.scale,
        (message) => console.error(`• ${message}`),
        isWanted(options.only),
      );
      print(
        ["lookup", "median", "p95", "limit", "p95 with a tenth", "queries", "pages read", "most rows read"],
        rows,
      );
      for (const each of missed) console.error(`✗ ${each}`);
      console.error(`${rows.length - missed.length} of ${rows.length} lookups meet their limit`);
      if (missed.length > 0) process.exitCode = 1;
      if (options.only !== undefined) return;
      const { benchWriters } = await import("./database/bench-writers");
      print(["writers", "changes a second", "p95", "without the chain", "p95"], await benchWriters());
    }
  });

/** Which operations have one of some words in their names. @param words separated by commas */
const isWanted =
  (words = "") =>
  (name: string): boolean =>
    words.split(",").some((word) => name.includes(word.trim()));

function readScale(value: string): number {
  const scale = Number(value);
  if (!(scale >= 0.01 && scale <= 1)) throw new InvalidArgumentError("Use a number from 0.01 to 1.");
  return scale;
}

interface BenchOptions {
  large?: true;
  only?: string;
  scale: number;
}

function print(head: string[], rows: string[][]): void {
  for (const row of [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows])
    console.log(`| ${row.join(" | ")} |`);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(`✗ ${sentenceFor(error)}`);
    process.exitCode = 1;
  }
}
if (process.connected) process.disconnect();
