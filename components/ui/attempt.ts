import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** Calls a server action; a server that cannot be reached is a failure like others, and nothing is lost by it. */
export async function attempt<T>(call: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await call();
  } catch (cause) {
    console.error(cause);
    return {
      ok: false,
      error: {
        kind: "unavailable",
        message: "The server cannot be reached. What you typed is kept here: try again in a moment.",
      },
    };
  }
}

/** The messages of a failure for one field. */
export function messagesFor(failure: Failure | null, field: string): string[] | undefined {
  return failure?.kind === "invalid" ? failure.fields?.[field] : undefined;
}
