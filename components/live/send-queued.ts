import type { Failure } from "@/lib/failure";
import type { WriteResult } from "@/lib/live/desk-write";
import { ok, type Result } from "@/lib/result";
import { type NewWrite, outbox } from "./outbox";

/** What a write led to; null while it waits in the browser for the server. */
export interface SentWrite {
  written: WriteResult | null;
}

/** Sends a write by way of the outbox. A browser that keeps nothing refuses it, and whoever wrote it still has it. */
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
        message: "This browser keeps nothing just now, so it was not sent. What you typed is still here.",
      },
    };
  }
}
