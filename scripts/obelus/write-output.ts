import { rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandError } from "./command-error";

/** Writes what a command made. @param out path of the file; "-" for standard output */
export async function writeOutput(out: string, bytes: Uint8Array): Promise<void> {
  if (out === "-") await new Promise((resolve) => process.stdout.write(bytes, resolve));
  else await writeAtomically(out, bytes);
}

/** Writes a temporary file and renames it, so that a full disk or a crash leaves either the old file or the new one. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT")
      throw new CommandError(
        `The folder ${dirname(path)} does not exist. Create it, or choose another file.`,
        {
          cause,
        },
      );
    if (code === "EACCES" || code === "EISDIR" || code === "EROFS")
      throw new CommandError(`Can't write to ${path}. Choose another file.`, { cause });
    throw cause;
  }
}
