import { actorForAction } from "@/lib/auth/find-actor";
import type { Failure } from "@/lib/failure";
import { FILE_LIMIT } from "@/lib/ingest/file-limit";
import { err, type Result } from "@/lib/result";
import { toClient } from "@/lib/to-client";
import {
  type ImportInput,
  type ImportReading,
  readImport,
  tooLarge,
} from "@/lib/workflows/articles/read-import";

/**
 * Reads what an editor gave: JSON with an address or what was pasted, or the bytes of a file whose name stands in `?name=`. It answers in
 * lines of JSON: what is being done (`{"step": …}`), and in the end the outcome (`{"result": …}`). When the editor goes away, it stops.
 */
export async function POST(request: Request): Promise<Response> {
  // A page of another site may not have this desk read something for it.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const actor = await actorForAction();
  const encoder = new TextEncoder();
  const given = actor.ok ? await givenOf(request) : actor;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: { step: string } | { result: Result<ImportReading, Failure> }) => {
        if (!request.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        if (!actor.ok || !given.ok) say({ result: given as Result<ImportReading, Failure> });
        else
          say({
            result: toClient(
              await readImport(actor.value, given.value, {
                signal: request.signal,
                onProgress: (step) => say({ step }),
              }),
            ),
          });
      } catch (cause) {
        console.error("something that was given could not be read:", cause);
        say({ result: err({ kind: "unavailable", message: "This could not be read just now. Try again." }) });
      }
      if (!request.signal.aborted) controller.close();
    },
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}

async function givenOf(request: Request): Promise<Result<ImportInput, Failure>> {
  const name = new URL(request.url).searchParams.get("name");
  const limit = name === null ? 16 * 1024 * 1024 : FILE_LIMIT;
  const bytes = await readLimited(request, limit);
  if (!bytes) return err({ kind: "invalid", message: tooLarge(name ?? "What you pasted") });
  if (name !== null) return { ok: true, value: { bytes, name: name.slice(-300) } };
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) as ImportInput };
  } catch {
    return err({ kind: "invalid", message: "What was sent cannot be read." });
  }
}

/** The body of a request; null where it is longer than it may be. What is too long is read to its end, so that the answer arrives. */
async function readLimited(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
    // Nobody sends so much by mistake.
    if (length > 16 * limit) throw new RangeError("a request body without end");
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}
