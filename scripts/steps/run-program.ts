import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { projectRoot } from "./project-root";
import { DISK_FULL, StartError } from "./start-error";

interface Options {
  env?: Record<string, string | undefined>;
  /** Show what the program prints as it prints it; otherwise it is shown only when the program fails. */
  show?: boolean;
  /** Run it at a low priority. It is ended where this program is. */
  background?: boolean;
  /** What to say when it fails. */
  failure: string;
}

/** Runs a program to its end and returns what it printed. */
export function runProgram(command: string, args: string[], options: Options): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (options.background) {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
      const end = () => void child.kill("SIGTERM");
      process.once("exit", end);
      child.once("close", () => process.off("exit", end));
    }
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk;
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      if (/ENOSPC|no space left on device/i.test(output)) return reject(new StartError(DISK_FULL));
      if (!options.show) process.stdout.write(`\n${output}`);
      reject(new StartError(options.failure));
    });
  });
}
