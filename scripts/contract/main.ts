import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { Command, InvalidArgumentError } from "commander";
import { projectRoot } from "../steps/project-root";

const TEST = "app/api/v1/contract.integration.test.ts";

function wholeNumber(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw new InvalidArgumentError("Enter a whole number.");
  return Number(value);
}

new Command("contract")
  .usage("[options] (as npm run contract -- [options])")
  .description(
    "Sends random valid and hostile requests to every operation of the API, and checks the answers.",
  )
  .option("--requests <number>", "how many", wholeNumber, 5000)
  .option("--seed <number>", "repeats the requests of a run that failed, which names its seed", wholeNumber)
  .action(({ requests, seed = randomInt(2 ** 31) }: { requests: number; seed?: number }) => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "scripts/test/main.ts", "--only", "integration", TEST, "--testTimeout=3600000"],
      {
        cwd: projectRoot,
        stdio: "inherit",
        env: {
          ...process.env,
          OBELUS_CONTRACT_REQUESTS: String(requests),
          OBELUS_CONTRACT_SEED: String(seed),
        },
      },
    );
    child.once("exit", (code) => {
      process.exitCode = code ?? 1;
    });
  })
  .parse();
