import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { FILE_LIMIT } from "../../lib/ingest/file-limit";
import type { ImportedFile } from "../../lib/ingest/parse-file";
import { readSettings } from "../steps/read-settings";
import { CommandError } from "./command-error";

/**
 * Reads the bytes of a file, or of a page at an http(s) address; `-` is standard input.
 * @throws CommandError if it cannot be read
 */
export async function readArticleFile(path: string): Promise<ImportedFile> {
  if (/^https?:\/\//i.test(path)) {
    const { guardedFetch } = await import("../../lib/fetching/guarded-fetch");
    const fetched = await guardedFetch(path, { allowHosts: readSettings().fetchAllowHosts });
    if (!fetched.ok) throw new CommandError(fetched.error.message);
    return { ...fetched.value, name: new URL(fetched.value.address).pathname };
  }
  if (path === "-") return { bytes: await buffer(process.stdin), name: "Standard input" };
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMIT)
      throw new CommandError(
        `${path} is ${Math.ceil(size / 1024 / 1024)} MB. The limit for an article is ${FILE_LIMIT / 1024 / 1024} MB.`,
      );
    return { bytes: await readFile(path), name: path };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT") throw new CommandError(`${path} does not exist. Check the path.`, { cause });
    if (code === "EISDIR")
      throw new CommandError(`${path} is a folder. Enter the path of a file.`, { cause });
    if (code === "EACCES")
      throw new CommandError(
        `You don't have permission to read ${path}. Change its permissions and try again.`,
        { cause },
      );
    throw cause;
  }
}
