import { setTimeout as wait } from "node:timers/promises";
import {
  type ClaimedKey,
  claimKey,
  releaseKey,
  type StoredAnswer,
  storeAnswer,
} from "@/lib/db/idempotency-keys";
import { problemResponse } from "./problem";

/** Milliseconds that a repeat waits for the first call to end, and between two looks. */
const REPEAT_WAIT_MS = 20_000;
const POLL_INTERVAL_MS = 100;
/** Milliseconds after which a call that has not answered never will: its server went down. */
const LOST_AFTER_MS = 5 * 60_000;

/** Whether a header can serve as a key. */
export function isKey(key: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(key);
}

/**
 * Makes a call once for each key of a person: a repeat is answered with what was answered first, and of several who come at once one acts
 * and the others wait for it. A call that came to nothing gives its key up. One that threw keeps it, as it may have taken effect: better no
 * answer than twice the deed.
 * @param fingerprint of everything that the call says
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
