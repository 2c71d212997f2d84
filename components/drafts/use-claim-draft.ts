import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimDraft } from "./claim-draft";

/** How long typing has to pause before a draft is sent to the server. The browser stores each keystroke immediately. */
const DEBOUNCE_MS = 600;
/** How long a save waits for a draft that is being sent. */
const FLUSH_TIMEOUT_MS = 2000;

export type SaveDraft = (input: {
  subject: string;
  body: ClaimDraft;
}) => Promise<Result<{ updatedAt: string }, Failure>>;

export type DraftState = "untouched" | "typing" | "stored" | "stored-locally";

const itemName = (storageKey: string, subject: string) => `obelus:draft:${storageKey}:${subject}`;

/**
 * The form that this browser stored; null for none.
 * @param storageKey identifies the person and the article: `draftKey`
 */
export function readStoredDraft(
  storageKey: string,
  subject: string,
): { body: ClaimDraft; at: string } | null {
  const stored = localStorage.getItem(itemName(storageKey, subject));
  if (!stored) return null;
  try {
    return JSON.parse(stored) as { body: ClaimDraft; at: string };
  } catch (cause) {
    console.warn("a stored draft could not be read", cause);
    return null;
  }
}

/** Stores a form in this browser. */
export function keepDraft(storageKey: string, subject: string, body: ClaimDraft): void {
  localStorage.setItem(itemName(storageKey, subject), JSON.stringify({ body, at: new Date().toISOString() }));
}

/** Removes a stored form from this browser. */
export function forgetStoredDraft(storageKey: string, subject: string): void {
  localStorage.removeItem(itemName(storageKey, subject));
}

/**
 * The state of a form. Each change is stored in the browser immediately and on the server when typing pauses, so that nothing is lost in a
 * reload, a crash or a change of computers.
 */
export function useClaimDraft(storageKey: string, initial: ClaimDraft, save: SaveDraft) {
  const subject = initial.claimId ?? "new";
  const [draft, setDraft] = useState(initial);
  const [state, setState] = useState<DraftState>("untouched");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** Set when the form is saved or discarded: requests still running must not restore it. */
  const closed = useRef(false);

  const change = useCallback(
    (part: Partial<ClaimDraft> | ((before: ClaimDraft) => ClaimDraft)) => {
      setDraft((before) => {
        const after = typeof part === "function" ? part(before) : { ...before, ...part };
        keepDraft(storageKey, subject, after);
        clearTimeout(timer.current);
        timer.current = setTimeout(async () => {
          const sent = save({ subject, body: after }).catch((cause: unknown) => {
            console.warn("the draft could not be sent", cause);
            return null;
          });
          sending.current = sent;
          const result = await sent;
          if (!closed.current) setState(result?.ok ? "stored" : "stored-locally");
        }, DEBOUNCE_MS);
        return after;
      });
      setState("typing");
    },
    [storageKey, subject, save],
  );

  /** To be called before saving: a draft that reached the server after the claim would reappear there as unsaved. */
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    await Promise.race([sending.current, new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS))]);
  }, []);

  /** To be called when the form is saved or discarded. */
  const forget = useCallback(() => {
    closed.current = true;
    clearTimeout(timer.current);
    forgetStoredDraft(storageKey, subject);
  }, [storageKey, subject]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return { draft, change, state, flush, forget };
}
