import { readFile, stat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { FILE_LIMIT } from "../../lib/ingest/file-limit";
import type { ImportedFile } from "../../lib/ingest/parse-file";
import { readSettings } from "../steps/read-settings";
import { CommandError } from "./command-error";

/**
 * Reads the bytes of an article's file, or of a page at an http(s) address; `-` is standard input.
 * @throws CommandError where it cannot be read
 */
export async function readArticleFile(path: string): Promise<ImportedFile> {
  if (/^https?:\/\//i.test(path)) {
    const { guardedFetch } = await import("../../lib/fetching/guarded-fetch");
    const fetched = await guardedFetch(path, { allowHosts: readSettings().fetchAllowHosts });
    if (!fetched.ok) throw new CommandError(fetched.error.message);
    return { ...fetched.value, name: new URL(fetched.value.address).pathname };
  }
  if (path === "-") return { bytes: await buffer(process.stdin), name: "What came by standard input" };
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMIT)
      throw new CommandError(
        `${path} has ${Math.ceil(size / 1024 / 1024)} MB; an article has less than ${FILE_LIMIT / 1024 / 1024}.`,
      );
    return { bytes: await readFile(path), name: path };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT") throw new CommandError(`There is no file ${path}. Correct the path.`, { cause });
    if (code === "EISDIR") throw new CommandError(`${path} is a folder. Name a file in it.`, { cause });
    if (code === "EACCES")
      throw new CommandError(`${path} may not be read. Change its rights, or copy it.`, { cause });
    throw cause;
  }
}
