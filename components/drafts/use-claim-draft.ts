import { useCallback, useEffect, useRef, useState } from "react";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimDraft } from "./claim-draft";

/** Milliseconds without a keystroke before a draft goes to the server. The browser keeps each keystroke at once. */
const QUIET = 600;
/** Milliseconds that a save waits at most for a draft that is on its way. */
const PATIENCE = 2000;

export type SaveDraft = (input: {
  subject: string;
  body: ClaimDraft;
}) => Promise<Result<{ updatedAt: string }, Failure>>;

export type DraftState = "untouched" | "typing" | "kept" | "kept in this browser only";

const storeName = (place: string, subject: string) => `obelus:draft:${place}:${subject}`;

/** What this browser kept of a form; null where there is nothing. @param place whose, and of which article: `draftKey` */
export function readStoredDraft(place: string, subject: string): { body: ClaimDraft; at: string } | null {
  const kept = localStorage.getItem(storeName(place, subject));
  if (!kept) return null;
  try {
    return JSON.parse(kept) as { body: ClaimDraft; at: string };
  } catch (cause) {
    console.warn("a kept draft could not be read", cause);
    return null;
  }
}

/** Keeps a form in this browser, to be opened again. */
export function keepDraft(place: string, subject: string, body: ClaimDraft): void {
  localStorage.setItem(storeName(place, subject), JSON.stringify({ body, at: new Date().toISOString() }));
}

/** Forgets what this browser kept of a form. */
export function forgetStoredDraft(place: string, subject: string): void {
  localStorage.removeItem(storeName(place, subject));
}

/**
 * Holds a form while it is typed in. Each change is kept in the browser at once and on the server once typing pauses, so that a
 * reload, a crash or another machine loses nothing.
 */
export function useClaimDraft(place: string, initial: ClaimDraft, save: SaveDraft) {
  const subject = initial.claimId ?? "new";
  const [draft, setDraft] = useState(initial);
  const [state, setState] = useState<DraftState>("untouched");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  /** Raised when the form is done with: what is still under way must not bring it back. */
  const closed = useRef(false);

  const change = useCallback(
    (part: Partial<ClaimDraft> | ((before: ClaimDraft) => ClaimDraft)) => {
      setDraft((before) => {
        const after = typeof part === "function" ? part(before) : { ...before, ...part };
        keepDraft(place, subject, after);
        clearTimeout(timer.current);
        timer.current = setTimeout(async () => {
          const sent = save({ subject, body: after }).catch((cause: unknown) => {
            console.warn("the draft could not be sent", cause);
            return null;
          });
          sending.current = sent;
          const result = await sent;
          if (!closed.current) setState(result?.ok ? "kept" : "kept in this browser only");
        }, QUIET);
        return after;
      });
      setState("typing");
    },
    [place, subject, save],
  );

  /** Before the form is saved: a draft that came to the server after the claim would bring back there what is saved already. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    await Promise.race([sending.current, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }, []);

  /** The form is saved or given up. */
  const forget = useCallback(() => {
    closed.current = true;
    clearTimeout(timer.current);
    forgetStoredDraft(place, subject);
  }, [place, subject]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return { draft, change, state, settle, forget };
}
