import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { err, ok, type Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import { words } from "@/lib/words/words";
import {
  type ImportInput,
  type ImportReading,
  readImport,
  tooLarge,
} from "@/lib/workflows/articles/read-import";

const t = words("import");

/**
 * Reads an import: JSON with an address or pasted text, or the bytes of a file named by `?name=`. The response is JSON Lines: the current
 * step (`{"step": …}`), and finally the outcome (`{"result": …}`). If the client disconnects, reading stops.
 */
export async function POST(request: Request): Promise<Response> {
  // Pages of other sites must not make this desk fetch addresses for them.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const actor = await actorForAction();
  const encoder = new TextEncoder();
  const input = actor.ok ? await inputOf(request) : actor;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (line: { step: string } | { result: Result<ImportReading, Failure> }) => {
        if (!request.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        if (!actor.ok || !input.ok) write({ result: input as Result<ImportReading, Failure> });
        else
          write({
            result: toClient(
              await readImport(actor.value, input.value, {
                signal: request.signal,
                onProgress: (step) => write({ step }),
              }),
            ),
          });
      } catch (cause) {
        console.error("an import could not be read:", cause);
        write({ result: err({ kind: "unavailable", message: t("unreadable") }) });
      }
      if (!request.signal.aborted) controller.close();
    },
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}

async function inputOf(request: Request): Promise<Result<ImportInput, Failure>> {
  const name = new URL(request.url).searchParams.get("name");
  const limit = name === null ? 16 * 1024 * 1024 : FILE_LIMIT;
  const bytes = await readLimited(request, limit);
  if (!bytes) return err({ kind: "invalid", message: tooLarge(name ?? t("state.pasted")) });
  if (name !== null) return { ok: true, value: { bytes, name: name.slice(-300) } };
  const parsed = parseBoundedJson(new TextDecoder().decode(bytes));
  return parsed.ok
    ? ok(parsed.value as ImportInput)
    : err({ kind: "invalid", message: t("unreadable.request") });
}

/** The body of a request; null if it exceeds the limit. A longer body is still read to its end, or the client would never see the answer. */
async function readLimited(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
    // No one sends this much by mistake.
    if (length > 16 * limit) throw new RangeError("a request body without end");
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}
