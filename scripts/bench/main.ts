import { Argument, Command, CommanderError } from "commander";
import { sentenceFor } from "../steps/start-error";

const benches = ["anchoring", "editor", "fault"] as const;

const program = new Command("bench")
  .usage("[what] (as npm run bench -- [what])")
  .description("Measures how long things take, beside a peer in the same run.")
  .addArgument(new Argument("[what]", "one bench; all where it is left out").choices(benches))
  .option("--kills <number>", "for fault: how often the server is killed", (value) => Number(value), 50)
  .exitOverride()
  .action(async (what: (typeof benches)[number] | undefined, { kills }: { kills: number }) => {
    if (!what || what === "anchoring") {
      const { benchAnchoring } = await import("./anchoring");
      console.error("• Re-anchoring (about a minute)");
      print(["words", "claims", "ours", "quote matcher", "ratio"], benchAnchoring());
    }
    if (!what || what === "editor") {
      const { benchEditor } = await import("./editor/bench-editor");
      const head = [
        "words",
        "claims",
        "who",
        "mount",
        "draw",
        "all drawn",
        "add one",
        "select one",
        "remove one",
        "hover",
        "heap (MB)",
      ];
      const { sizes, doubling } = await benchEditor((words) => console.error(`• ${words}`));
      print(head, sizes);
      const three = (who: string) => [`${who}: draw`, "all drawn", "add one"];
      print(["claims", ...three("obelus"), ...three("plain-marks")], doubling);
    }
    if (!what || what === "fault") {
      const { benchFault } = await import("./fault/bench-fault");
      const { losses, away, ...figures } = await benchFault(kills, (words) => console.error(`• ${words}`));
      print(
        [
          "kills",
          "writes answered",
          "sent again",
          "lost or double",
          "away (ms)",
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
            away.median.toFixed(0),
            away.longest.toFixed(0),
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
