import { Argument, Command, CommanderError } from "commander";
import { sentenceFor } from "../steps/start-error";

const benches = ["anchoring", "editor", "fault"] as const;

const program = new Command("bench")
  .usage("[name] (as npm run bench -- [name])")
  .description("Measures speed, and compares it with other programs in the same run.")
  .addArgument(new Argument("[name]", "the benchmark to run; default: all of them").choices(benches))
  .option("--kills <number>", "for fault: how many times to kill the server", (value) => Number(value), 50)
  .exitOverride()
  .action(async (name: (typeof benches)[number] | undefined, { kills }: { kills: number }) => {
    if (!name || name === "anchoring") {
      const { benchAnchoring, benchReplacing } = await import("./anchoring");
      console.error("• Re-anchoring (about a minute)");
      print(["words", "claims", "ours", "quote matcher", "ratio"], benchAnchoring());
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
    if (!name || name === "fault") {
      const { benchFault } = await import("./fault/bench-fault");
      const { losses, downtime, ...figures } = await benchFault(kills, (message) =>
        console.error(`• ${message}`),
      );
      print(
        [
          "kills",
          "writes answered",
          "resent",
          "lost or duplicate",
          "downtime (ms)",
          "longest (ms)",
          "SIGTERM (ms)",
          "s",
        ],
        [
          [
            figures.kills,
            figures.acknowledged,
            figures.resent,
            losses.length,
            downtime.median.toFixed(0),
            downtime.longest.toFixed(0),
            figures.stopped.toFixed(0),
            figures.seconds.toFixed(0),
          ].map(String),
        ],
      );
      for (const loss of losses) console.error(`✗ ${loss}`);
      if (losses.length > 0) process.exitCode = 1;
    }
  });

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
