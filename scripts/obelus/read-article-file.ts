import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { buffer } from "node:stream/consumers";
import { CommandError } from "./command-error";

export type ArticleFormat = "text" | "html";

/** Bytes; more is no article. The workflow has a limit of its own, in characters. */
const LIMIT = 32 * 1024 * 1024;

/**
 * Reads the file of an article; `-` is standard input.
 * @param format as the user named it; else it is told by the name and by how the content begins
 * @throws CommandError where it cannot be read as text
 */
export async function readArticleFile(
  path: string,
  format: ArticleFormat | undefined,
): Promise<{ format: ArticleFormat; value: string }> {
  const bytes = path === "-" ? await buffer(process.stdin) : await readBytes(path);
  let value: string;
  try {
    value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(
      `${nameOf(path)} is not text in UTF-8. Save it as UTF-8 text or HTML and run the command again.`,
      { cause },
    );
  }
  if (value.includes("\0"))
    throw new CommandError(`${nameOf(path)} is not a text file. Give plain text or HTML.`);
  return { format: format ?? formatOf(path, value), value };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LIMIT)
      throw new CommandError(
        `${path} has ${Math.ceil(size / 1024 / 1024)} MB; an article has less than ${LIMIT / 1024 / 1024}.`,
      );
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOENT") throw new CommandError(`There is no file ${path}. Correct the path.`, { cause });
    if (code === "EISDIR") throw new CommandError(`${path} is a folder. Name a file in it.`, { cause });
    if (code === "EACCES")
      throw new CommandError(`${path} may not be read. Change its rights, or copy it.`, { cause });
    throw cause;
  }
}

function nameOf(path: string): string {
  return path === "-" ? "What came by standard input" : path;
}

function formatOf(path: string, value: string): ArticleFormat {
  if (/^\.(html?|xhtml)$/i.test(extname(path))) return "html";
  if (/^\.(txt|text)$/i.test(extname(path))) return "text";
  return /^\s*<(!doctype html|html|head|body|article|p|h[1-6]|div)[\s>]/i.test(value) ? "html" : "text";
}
