import { setTimeout as wait } from "node:timers/promises";
import { seal, unseal } from "@/lib/credentials/seal";
import {
  type FoundKey,
  findKey,
  releaseKey,
  type StoredAnswer,
  storeAnswer,
} from "@/lib/db/idempotency-keys";
import { asIdempotentCall, type IdempotentCall, KeyTaken } from "@/lib/db/idempotent-call";
import { problemResponse } from "./problem";

/** How long a repeated call waits for the answer of the first, which has taken effect, and how often it checks. */
const ANSWER_WAIT_MS = 5_000;
const POLL_INTERVAL_MS = 50;
/** No call runs as long as this: an answer that is not there by then was lost. */
const LONGEST_CALL_MS = 15 * 60_000;

/** Whether a header can serve as a key. */
export function isKey(key: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(key);
}

/**
 * Runs a call once per person and key: a repeat gets the first response, and of several concurrent calls one takes effect and the others
 * wait. The key is written in the transaction of the call: one that was refused or rolled back leaves no key and can be repeated. If only the
 * answer was lost, a repeat does nothing and says so.
 * @param request.fingerprint of the complete request
 * @param request.isConfidential the answer contains a secret: its body is sealed where it is stored
 */
export async function once(
  request: { ownerId: string; key: string; fingerprint: string; isConfidential?: boolean },
  act: () => Promise<Response>,
): Promise<Response> {
  const { ownerId, key, fingerprint, isConfidential = false } = request;
  let found = await findKey(ownerId, key, fingerprint);
  if (found.kind === "free") {
    const call: IdempotentCall = { ...request, stored: false };
    try {
      const response = await answerFirst(call, isConfidential, () => asIdempotentCall(call, act));
      if (response.ok) return response;
      // It may have been refused for what the same call, made by another request, has just done.
      found = await findKey(ownerId, key, fingerprint);
      if (found.kind === "free" || found.kind === "other-call") return response;
    } catch (cause) {
      if (!(cause instanceof KeyTaken)) throw cause;
      if (cause.stillRunning)
        return problemResponse({ problem: "in-progress", headers: { "retry-after": "5" } });
      found = await findKey(ownerId, key, fingerprint);
    }
  }
  for (const end = Date.now() + ANSWER_WAIT_MS; canBeAnswered(found) && Date.now() < end; ) {
    await wait(POLL_INTERVAL_MS);
    found = await findKey(ownerId, key, fingerprint);
  }
  switch (found.kind) {
    case "answered":
      return responseOf(isConfidential ? unsealed(ownerId, found.answer) : found.answer, {
        "idempotency-replayed": "true",
      });
    case "other-call":
      return problemResponse({ problem: "idempotency-key-reused" });
    case "unanswered":
      return problemResponse({ problem: "outcome-unknown" });
    case "free":
      // The other request was refused after this one had seen its key.
      return once(request, act);
  }
}

/** Whether the first call can still store its answer. */
function canBeAnswered(found: FoundKey): boolean {
  return found.kind === "unanswered" && Date.now() - found.since.getTime() < LONGEST_CALL_MS;
}

/** What stored answers are sealed for. */
const STORED_ANSWER = "stored answer";

function unsealed(ownerId: string, answer: StoredAnswer): StoredAnswer {
  return { ...answer, body: unseal(STORED_ANSWER, ownerId, answer.body) };
}

async function answerFirst(
  call: IdempotentCall,
  isConfidential: boolean,
  act: () => Promise<Response>,
): Promise<Response> {
  const response = await act();
  if (!response.ok) {
    if (call.stored) await releaseKey(call.ownerId, call.key);
    return response;
  }
  const answer = await answerOf(response);
  await storeAnswer(
    call,
    isConfidential ? { ...answer, body: seal(STORED_ANSWER, call.ownerId, answer.body) } : answer,
  );
  return responseOf(answer);
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
