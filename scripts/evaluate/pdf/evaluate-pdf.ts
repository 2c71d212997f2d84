import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPdf } from "../../../lib/ingest/read-pdf";
import { CommandError } from "../../obelus/command-error";
import { compareWords, type WordComparison } from "./compare-words";

export interface PdfResult extends WordComparison {
  name: string;
  /** Why the file was refused; then it has no words. */
  refusal: string | null;
}

/**
 * Compares the words that are read from PDFs with those of `pdftotext` (poppler).
 * @param folder contains the files
 * @param onResult called after each
 */
export async function evaluatePdfs(folder: string, onResult: (result: PdfResult) => void): Promise<void> {
  if (!existsSync(folder))
    throw new CommandError(`The folder ${folder} does not exist. Set --data to a folder with PDFs.`);
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".pdf")) continue;
    const file = join(folder, name);
    const read = await readPdf(readFileSync(file));
    const text = read.ok
      ? read.value.blocks
          .map((block) =>
            block.kind === "table" ? block.rows.map((row) => row.join("\n")).join("\n") : block.text,
          )
          .join("\n\n")
      : "";
    onResult({
      name,
      refusal: read.ok ? null : read.error.message,
      ...compareWords(text, wordsOfPeer(file), {
        leftOut: read.ok ? read.value.leftOut.map((line) => line.text) : [],
        unsure: read.ok ? (read.value.notes.find((note) => note.includes("at line ends")) ?? "") : "",
      }),
    });
  }
}

function wordsOfPeer(file: string): string {
  const { error, stdout } = spawnSync("pdftotext", ["-enc", "UTF-8", "-nopgbrk", file, "-"], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (error) throw new CommandError(`pdftotext cannot be run (${error.message}). Install poppler-utils.`);
  return stdout;
}
