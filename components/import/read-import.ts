import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ImportInput, ImportReading } from "./import-types";

/** Bytes that the server takes of a file; a larger one is told here, before it is sent. */
const FILE_LIMIT = 32 * 1024 * 1024;

const STEPS: Record<string, string> = {
  fetching: "Fetching the page …",
  reading: "Finding the article …",
  "looking-up": "Looking whether the desk has it …",
};

/** What a thing that was given is called. */
export function nameOf(given: ImportInput): string {
  if ("address" in given) return given.address;
  return "file" in given ? given.file.name : "What you pasted";
}

/**
 * Has the server read what an editor gave.
 * @param onStep is told what is being done, in words
 * @throws what `fetch` throws, among it AbortError when the signal ends it
 */
export async function readImport(
  given: ImportInput,
  { signal, onStep }: { signal: AbortSignal; onStep: (words: string) => void },
): Promise<Result<ImportReading, Failure>> {
  if ("file" in given && given.file.size > FILE_LIMIT)
    return invalid(
      `${given.file.name} has ${Math.ceil(given.file.size / 1024 / 1024)} MB; ${FILE_LIMIT / 1024 / 1024} fit. Take out the pages of the article, or copy its text and paste it.`,
    );
  onStep("Sending …");
  const query = "file" in given ? `?${new URLSearchParams({ name: given.file.name })}` : "";
  const response = await fetch(`/desk/articles/new/read${query}`, {
    method: "POST",
    body: "file" in given ? given.file : JSON.stringify(given),
    headers: { "content-type": "file" in given ? "application/octet-stream" : "application/json" },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`the server answers ${response.status}`);
  for await (const line of linesOf(response.body)) {
    const said = JSON.parse(line) as { step: string } | { result: Result<ImportReading, Failure> };
    if ("result" in said) return said.result;
    onStep(STEPS[said.step] ?? "Working …");
  }
  throw new Error("the server ended its answer early");
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let open = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (open + next.value).split("\n");
    open = lines.pop() ?? "";
    yield* lines.filter(Boolean);
  }
  if (open) yield open;
}

function invalid(message: string): Result<never, Failure> {
  return { ok: false, error: { kind: "invalid", message } };
}
