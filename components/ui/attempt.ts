import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";

/** Calls a server action or a read. If the server can't be reached, that is a failure like any other, so that forms keep what was typed. */
export async function attempt<T>(call: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await call();
  } catch (cause) {
    // A request that was ended on purpose is no fault.
    if (!(cause instanceof DOMException && cause.name === "AbortError")) console.error(cause);
    return {
      ok: false,
      error: {
        kind: "unavailable",
        message: words("common")("serverUnreachable"),
      },
    };
  }
}

/** The error messages of one field. */
export function messagesFor(failure: Failure | null, field: string): string[] | undefined {
  return failure?.kind === "invalid" ? failure.fields?.[field] : undefined;
}
