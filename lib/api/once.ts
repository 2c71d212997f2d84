import { setTimeout as wait } from "node:timers/promises";
import {
  type ClaimedKey,
  claimKey,
  releaseKey,
  type StoredAnswer,
  storeAnswer,
} from "@/lib/db/idempotency-keys";
import { problemResponse } from "./problem";

/** How long a repeated call waits for the first one to finish, and how often it checks. */
const REPEAT_WAIT_MS = 20_000;
const POLL_INTERVAL_MS = 100;
/** A call without an answer for this long never gets one: its server crashed. */
const LOST_AFTER_MS = 5 * 60_000;

/** Whether a header can serve as a key. */
export function isKey(key: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(key);
}

/**
 * Runs a call once per person and key: a repeat gets the first response, and of several concurrent calls one runs and the others wait. A
 * failed call releases its key. One that threw keeps it, because it may have taken effect: better no answer than a duplicate effect.
 * @param fingerprint of the complete request
 */
export async function once(
  call: { ownerId: string; key: string; fingerprint: string },
  act: () => Promise<Response>,
): Promise<Response> {
  const { ownerId, key, fingerprint } = call;
  let claimed = await claimKey(ownerId, key, fingerprint);
  for (const end = Date.now() + REPEAT_WAIT_MS; isRunning(claimed) && Date.now() < end; ) {
    await wait(POLL_INTERVAL_MS);
    claimed = await claimKey(ownerId, key, fingerprint);
  }
  switch (claimed.kind) {
    case "first": {
      const response = await act();
      if (!response.ok) {
        await releaseKey(ownerId, key);
        return response;
      }
      const answer = await answerOf(response);
      await storeAnswer(ownerId, key, answer);
      return responseOf(answer);
    }
    case "answered":
      return responseOf(claimed.answer, { "idempotency-replayed": "true" });
    case "other-call":
      return problemResponse({ problem: "idempotency-key-reused" });
    case "open":
      return isRunning(claimed)
        ? problemResponse({ problem: "in-progress", headers: { "retry-after": "5" } })
        : problemResponse({ problem: "outcome-unknown" });
  }
}

function isRunning(claimed: ClaimedKey): boolean {
  return claimed.kind === "open" && Date.now() - claimed.since.getTime() < LOST_AFTER_MS;
}

async function answerOf(response: Response): Promise<StoredAnswer> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function responseOf({ status, headers, body }: StoredAnswer, more: Record<string, string> = {}): Response {
  return new Response(status === 204 ? null : body, { status, headers: { ...headers, ...more } });
}
