import { spawn } from "node:child_process";

/** How a command ended, and what it printed. */
export interface EndedCommand {
  /** The exit status; null if a signal ended its process. */
  status: number | null;
  /** Standard output. */
  bytes: Buffer;
  /** The same as text. */
  out: string;
  /** Standard error. */
  err: string;
}

export interface CommandOptions {
  /** The folder for data: settings of this machine have no effect. */
  dataDir: string;
  /** Environment variables beside those of the tests. */
  variables?: Record<string, string>;
}

/**
 * Runs the command line as people do, as a program of its own, which takes a second to start. Most tests need only `callCommand`.
 * @param args the words after `obelus`
 * @param options `input` is what the program finds on its standard input
 */
export function startCommand(
  args: string[],
  { dataDir, variables = {}, input = "" }: CommandOptions & { input?: string },
): Promise<EndedCommand> {
  // Bundled by scripts/test/bundle-programs.ts: it starts in a third of the time.
  const program = process.env.OBELUS_COMMAND_PROGRAM as string;
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: "--disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning",
      OBELUS_DATA_DIR: dataDir,
      ...variables,
    },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      const bytes = Buffer.concat(out);
      resolve({ status, bytes, out: bytes.toString(), err: Buffer.concat(err).toString() });
    });
  });
}
