import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import { projectRoot } from "./project-root";
import { DISK_FULL, StartError } from "./start-error";

interface Options {
  env?: Record<string, string | undefined>;
  /** Show the output as it is printed; otherwise it is shown only if the program fails. */
  show?: boolean;
  /** Run it at a low priority, and end it when this program ends. */
  background?: boolean;
  /** The error message if it fails. */
  failure: string;
}

/** As `nice` counts: with 5 a program still gets about a quarter of a processor that another one wants as well. */
const BACKGROUND_PRIORITY = 5;

/** Runs a program until it exits, and returns its output. */
export function runProgram(command: string, args: string[], options: Options): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (options.background) {
      if (child.pid !== undefined) setPriority(child.pid, BACKGROUND_PRIORITY);
      const end = () => void child.kill("SIGTERM");
      process.once("exit", end);
      child.once("close", () => process.off("exit", end));
    }
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk;
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      if (/ENOSPC|no space left on device/i.test(output)) return reject(new StartError(DISK_FULL));
      if (!options.show) process.stdout.write(`\n${output}`);
      reject(new StartError(options.failure));
    });
  });
}
