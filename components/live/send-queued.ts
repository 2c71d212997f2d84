import type { Failure } from "@/lib/failure";
import type { WriteResult } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { outbox } from "./outbox";
import type { NewWrite } from "./queued-write";

/** The result of a write; null while it is queued in the browser. */
export interface SentWrite {
  written: WriteResult | null;
}

/** Sends a write through the outbox. It fails if the browser can't store the write; the form then still has the input. */
export async function sendQueued(write: NewWrite): Promise<Result<SentWrite, Failure>> {
  try {
    const sent = await outbox.send(write);
    if (sent.kind === "refused") return { ok: false, error: sent.failure };
    return ok({ written: sent.kind === "done" ? sent.written : null });
  } catch (cause) {
    console.error(cause);
    return {
      ok: false,
      error: {
        kind: "unavailable",
        message: words("live")("outbox.noStorage"),
      },
    };
  }
}
