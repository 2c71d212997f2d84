/** What was typed into a form, by the name of the field. */
export type Draft = Readonly<Record<string, string>>;

/*
 * What readers type is stored until the tab is closed, and never leaves it. If the browser stores nothing, forms work without.
 */

/** The draft of a form; empty if there is none. */
export function findDraft(form: string): Draft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}");
    const fields = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
    return Object.fromEntries(fields.filter(([, value]) => typeof value === "string"));
  } catch {
    return {};
  }
}

export function storeDraft(form: string, draft: Draft): void {
  try {
    if (Object.values(draft).some((value) => value !== ""))
      sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
    else dropDraft(form);
  } catch {
    // Storage can be full or blocked.
  }
}

export function dropDraft(form: string): void {
  try {
    sessionStorage.removeItem(keyOf(form));
  } catch {
    // As above.
  }
}

const SENT = "obelus.sent";

/** Notes which form is being sent, for the page that says that it was received. */
export function noteSending(form: string): void {
  try {
    sessionStorage.setItem(SENT, form);
  } catch {
    // As above.
  }
}

/** Drops the draft of the form that was sent last. */
export function dropSentDraft(): void {
  try {
    const form = sessionStorage.getItem(SENT);
    if (form !== null) dropDraft(form);
    sessionStorage.removeItem(SENT);
  } catch {
    // As above.
  }
}

const keyOf = (form: string) => `obelus.draft.${form}`;
