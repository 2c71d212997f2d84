import { Agent, fetch } from "undici";
import { checkAddress, codesOf, NOT_PUBLIC, publicOnly, reachesPrivate } from "./guard-address";

/** `answerBytes`: how much of the answer is read. */
export const POST_LIMITS = { milliseconds: 10_000, answerBytes: 16 * 1024 } as const;

export type Posted =
  /** It answered, with any status. `answer` is the first part of its body. */
  | { kind: "answered"; status: number; retryAfter: string | null; answer: string; durationMs: number }
  /** For people: why there is no answer. */
  | { kind: "failed"; message: string; durationMs: number };

interface Options {
  headers: Record<string, string>;
  body: string;
  /** Hosts that can be reached although their address is not public: "intranet.example.org", "127.0.0.1:8080". */
  allowHosts: readonly string[];
  /** For tests. */
  limits?: { milliseconds: number; answerBytes: number };
}

/**
 * Sends a body to a user-supplied address, with the checks of `guardedFetch`: nothing that only this server can reach. Redirects are not
 * followed: what was meant for one receiver must not be sent to another.
 */
export async function guardedPost(
  address: string,
  { headers, body, allowHosts, limits = POST_LIMITS }: Options,
): Promise<Posted> {
  const checked = checkAddress(address, allowHosts);
  if (!checked.ok) return { kind: "failed", message: checked.error.message, durationMs: 0 };
  const { url, allowed } = checked.value;
  const deadline = AbortSignal.timeout(limits.milliseconds);
  const agent = new Agent({
    connect: { timeout: limits.milliseconds, ...(!allowed && { lookup: publicOnly }) },
  });
  const began = performance.now();
  const durationMs = () => Math.round(performance.now() - began);
  try {
    const response = await fetch(url, {
      method: "POST",
      dispatcher: agent,
      redirect: "manual",
      credentials: "omit",
      signal: deadline,
      headers,
      body,
    });
    const answer = await readStart(response.body, limits.answerBytes);
    return {
      kind: "answered",
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      answer,
      durationMs: durationMs(),
    };
  } catch (cause) {
    const message = explain(cause, deadline.aborted, limits.milliseconds);
    return { kind: "failed", message, durationMs: durationMs() };
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}

/** The first part of a body as text. The rest is not read; nor is what does not come in time, as the status counts. */
async function readStart(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
  } catch {
    // It broke off, or the time is over.
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, limit));
}

function explain(error: unknown, timedOut: boolean, milliseconds: number): string {
  if (timedOut) return `No answer within ${Math.round(milliseconds / 1000)} seconds.`;
  if (reachesPrivate(error)) return NOT_PUBLIC;
  const codes = codesOf(error);
  if (codes.includes("ENOTFOUND") || codes.includes("EAI_AGAIN")) return "The host could not be found.";
  if (codes.includes("ECONNREFUSED")) return "The host refused the connection.";
  return "The connection failed.";
}
