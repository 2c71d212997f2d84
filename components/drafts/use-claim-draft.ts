import { useCallback, useEffect, useRef, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type ClaimDraft, currentDraft, isUnchanged } from "./claim-draft";
import { forgetDiscarded, markDiscarded } from "./discarded-draft";
import { claimDraftName } from "./draft-key";

/** How long typing has to pause before a draft is sent to the server. The browser stores each keystroke immediately. */
const DEBOUNCE_MS = 600;
/** How long a save waits for a draft that is being sent. */
const FLUSH_TIMEOUT_MS = 2000;

export type SaveDraft = (input: {
  subject: string;
  body: ClaimDraft;
}) => Promise<Result<{ updatedAt: string }, Failure>>;

export type DropDraft = (input: { subject: string }) => Promise<Result<unknown, Failure>>;

/** "unchanged": it contains again what it opened with, and nothing is stored. */
export type DraftState = "untouched" | "unchanged" | "typing" | "stored" | "stored-locally" | "not-stored";

interface StoredDraft {
  body: ClaimDraft;
  /** ISO 8601 instant. */
  at: string;
}

/**
 * The form that this browser stored; null for none.
 * @param storageKey identifies the person and the article: `draftKey`
 */
export function readStoredDraft(storageKey: string, subject: string): StoredDraft | null {
  const stored = readJson(browserStorage, claimDraftName(storageKey, subject), isStoredDraft);
  return stored && { ...stored, body: currentDraft(stored.body) };
}

/** Stores a form in this browser, or discards it if it contains only what it opened with. @returns whether nothing is lost in a reload */
export async function storeClaimDraft(
  storageKey: string,
  subject: string,
  body: ClaimDraft,
): Promise<boolean> {
  if (isUnchanged(body)) {
    if (browserStorage.get(claimDraftName(storageKey, subject)) !== null)
      markDiscarded(storageKey, subject, body);
    return true;
  }
  const stored: StoredDraft = { body, at: new Date().toISOString() };
  return browserStorage.set(claimDraftName(storageKey, subject), JSON.stringify(stored));
}

/** Removes a stored form from this browser. */
export function forgetStoredDraft(storageKey: string, subject: string): void {
  browserStorage.remove(claimDraftName(storageKey, subject));
}

/** Whether a stored value has the fields that the form reads without checking; drafts of earlier versions have fewer others. */
function isStoredDraft(value: unknown): value is StoredDraft {
  if (!isRecord(value) || typeof value.at !== "string" || !isRecord(value.body)) return false;
  const { statement, claimant, claimedOn, tags, revision, start, end, evidence, rationaleDoc } = value.body;
  return (
    [statement, claimedOn, tags].every((field) => typeof field === "string") &&
    // One text in drafts of earlier releases.
    (typeof claimant === "string" || isRecord(claimant)) &&
    [revision, start, end].every((field) => typeof field === "number") &&
    Array.isArray(evidence) &&
    evidence.every(isRecord) &&
    isRecord(rationaleDoc)
  );
}

/**
 * The state of a form. Each change is stored in the browser immediately and on the server when typing pauses, so that nothing is lost in a
 * reload, a crash or a change of computers.
 */
export function useClaimDraft(storageKey: string, initial: ClaimDraft, save: SaveDraft, drop: DropDraft) {
  const subject = initial.claimId ?? "new";
  const [draft, setDraft] = useState(initial);
  const [state, setState] = useState<DraftState>("untouched");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Sends what was typed last to the server; null once it is sent. */
  const unsent = useRef<(() => Promise<void>) | null>(null);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** Set when the form is saved or discarded: requests still running must not restore it. */
  const closed = useRef(false);

  const change = useCallback(
    (part: Partial<ClaimDraft> | ((before: ClaimDraft) => ClaimDraft)) => {
      // An answer for a form that was saved or discarded meanwhile.
      if (closed.current) return;
      setDraft((before) => {
        const after = typeof part === "function" ? part(before) : { ...before, ...part };
        const isStored = storeClaimDraft(storageKey, subject, after);
        clearTimeout(timer.current);
        const send = async () => {
          unsent.current = null;
          const isBase = isUnchanged(after);
          const sent = (isBase ? drop({ subject }) : save({ subject, body: after })).catch(
            (cause: unknown) => {
              console.warn("the draft could not be sent", cause);
              return null;
            },
          );
          sending.current = sent;
          const result = await sent;
          if (isBase && result?.ok) forgetDiscarded(storageKey, subject);
          const next = isBase
            ? "unchanged"
            : result?.ok
              ? "stored"
              : (await isStored)
                ? "stored-locally"
                : "not-stored";
          if (!closed.current) setState(next);
        };
        unsent.current = send;
        timer.current = setTimeout(send, DEBOUNCE_MS);
        return after;
      });
      setState("typing");
    },
    [storageKey, subject, save, drop],
  );

  /** To be called before saving: a draft that reached the server after the claim would reappear there as unsaved. */
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    await Promise.race([sending.current, new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS))]);
  }, []);

  const close = useCallback(() => {
    closed.current = true;
    clearTimeout(timer.current);
  }, []);

  /** To be called when the form is saved. */
  const forget = useCallback(() => {
    close();
    forgetStoredDraft(storageKey, subject);
  }, [close, storageKey, subject]);

  /** To be called when the form is discarded; `forgetDiscarded` follows when the server has dropped its draft. */
  const discard = useCallback(() => {
    close();
    markDiscarded(storageKey, subject, initial);
  }, [close, storageKey, subject, initial]);

  // A form that is closed with its draft sends what was typed last; one that is saved or discarded has nothing left to send.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (!closed.current) void unsent.current?.();
    },
    [],
  );

  return { draft, change, state, flush, forget, discard };
}
