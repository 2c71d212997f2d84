import { format } from "node:util";
import { vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { runCommand } from "../obelus/run-command";
import type { CommandOptions, EndedCommand } from "./start-command";

/**
 * Runs a command of the command line in this process, which is faster than starting a program, and returns what it would have printed.
 * One at a time: two would share their output and their settings.
 * @param args the words after `obelus`
 */
export async function callCommand(
  args: string[],
  { dataDir, variables = {} }: CommandOptions,
): Promise<EndedCommand> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const before = { ...process.env };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(writeTo(out)),
    vi.spyOn(process.stderr, "write").mockImplementation(writeTo(err)),
    vi.spyOn(console, "log").mockImplementation((...values) => print(out, values)),
    vi.spyOn(console, "error").mockImplementation((...values) => print(err, values)),
  ];
  Object.assign(process.env, { OBELUS_DATA_DIR: dataDir, ...variables });
  forgetEnv();
  try {
    const status = await runCommand(args);
    const bytes = Buffer.concat(out);
    return { status, bytes, out: bytes.toString(), err: Buffer.concat(err).toString() };
  } finally {
    for (const spy of spies) spy.mockRestore();
    // A command sets what its database and its `.env` file say.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    forgetEnv();
  }
}

/** Replaces `write` of a stream: adds to `chunks` and reports success at once. */
function writeTo(chunks: Buffer[]) {
  return (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    chunks.push(Buffer.from(chunk as string));
    const written = typeof encoding === "function" ? encoding : done;
    if (written) process.nextTick(written);
    return true;
  };
}

function print(chunks: Buffer[], values: unknown[]): void {
  chunks.push(Buffer.from(`${format(...values)}\n`));
}
