import type { LinkState, Source } from "./source";

/** Whether there is a saved copy of a source, or why not; and whether its page still answers. */
export interface CopyState {
  copy:
    | { kind: "saved" /** ISO 8601 instant. */; at: string }
    /** It will be saved in the background; `before` is the reason why an earlier attempt failed. */
    | { kind: "waiting"; before: string | null }
    | { kind: "failed"; why: string }
    | { kind: "not-saved" }
    /** There is no page to save, or it must not be visited. */
    | { kind: "none" };
  link: { state: LinkState; note: string | null /** ISO 8601 instant. */; checkedAt: string | null };
}

/** The state of a source's saved copy. @param waiting whether a job will save one */
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
      ? { kind: "saved", at: keptAt }
      : url === null || confidential
        ? { kind: "none" }
        : waiting
          ? { kind: "waiting", before: linkNote }
          : linkNote
            ? { kind: "failed", why: linkNote }
            : { kind: "not-saved" },
    link: { state: linkState, note: linkNote, checkedAt: linkCheckedAt },
  };
}

/** Whether a source's page can no longer be reached. */
export function isDead({ state }: { state: LinkState }): boolean {
  return state === "gone" || state === "unreachable";
}
