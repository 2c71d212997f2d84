import type { LinkState, Source } from "./source";

/** Whether the desk keeps a copy of a source, and if not, why; and whether its page still answers. */
export interface CopyState {
  copy:
    | { kind: "kept" /** ISO 8601 instant. */; at: string }
    /** It will be taken in the background; `before` says why an earlier try brought none. */
    | { kind: "waiting"; before: string | null }
    | { kind: "failed"; why: string }
    | { kind: "not-kept" }
    /** There is no page to keep, or it is not to be visited. */
    | { kind: "none" };
  link: { state: LinkState; note: string | null /** ISO 8601 instant. */; checkedAt: string | null };
}

/** What is known of a source's copy. @param waiting whether a job is to take one */
export function copyStateOf(
  source: Pick<Source, "url" | "confidential" | "keptAt" | "linkState"> & {
    linkNote: string | null;
    linkCheckedAt: string | null;
  },
  waiting: boolean,
): CopyState {
  const { url, confidential, keptAt, linkState, linkNote, linkCheckedAt } = source;
  return {
    copy: keptAt
      ? { kind: "kept", at: keptAt }
      : url === null || confidential
        ? { kind: "none" }
        : waiting
          ? { kind: "waiting", before: linkNote }
          : linkNote
            ? { kind: "failed", why: linkNote }
            : { kind: "not-kept" },
    link: { state: linkState, note: linkNote, checkedAt: linkCheckedAt },
  };
}

/** Whether a source's page is found at its address no more. */
export function isDead({ state }: { state: LinkState }): boolean {
  return state === "gone" || state === "unreachable";
}
