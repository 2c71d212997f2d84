import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import type { ImportInput, ImportReading } from "./import-types";

/** Bytes per file that the server accepts. A larger file is refused here, before it is uploaded. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const t = words("import");

/** What the server is doing, as in the key `state.<step>` of the messages. */
export type ImportStep = "sending" | "fetching" | "reading" | "lookingUp" | "working";

/** The steps as the server names them. */
const steps: Readonly<Record<string, ImportStep>> = {
  fetching: "fetching",
  reading: "reading",
  "looking-up": "lookingUp",
};

/** What an import is called in the list. */
export function importNameOf(input: ImportInput): string {
  if ("address" in input) return input.address;
  return "file" in input ? input.file.name : t("state.pasted");
}

/**
 * Has the server read an import.
 * @param onStep called when the next step begins
 * @throws what `fetch` throws, AbortError included when the signal aborts it
 */
export async function readImport(
  input: ImportInput,
  { signal, onStep }: { signal: AbortSignal; onStep: (step: ImportStep) => void },
): Promise<Result<ImportReading, Failure>> {
  if ("file" in input && input.file.size > MAX_FILE_BYTES)
    return invalid(
      t("tooLarge", {
        name: input.file.name,
        size: Math.ceil(input.file.size / MEGABYTE),
        limit: MAX_FILE_BYTES / MEGABYTE,
      }),
    );
  onStep("sending");
  const query = "file" in input ? `?${new URLSearchParams({ name: input.file.name })}` : "";
  const response = await fetch(`/desk/articles/new/read${query}`, {
    method: "POST",
    body: "file" in input ? input.file : JSON.stringify(input),
    headers: { "content-type": "file" in input ? "application/octet-stream" : "application/json" },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`the server answers ${response.status}`);
  for await (const line of linesOf(response.body)) {
    const message = JSON.parse(line) as { step: string } | { result: Result<ImportReading, Failure> };
    if ("result" in message) return message.result;
    onStep(steps[message.step] ?? "working");
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
