import { useEffect, useState } from "react";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { attempt } from "@/components/ui/attempt";
import type { DeskMatch } from "@/lib/search/desk-match";

export type SearchDesk = DeskRead<{ query: string }, DeskMatch[]>;

export const searchDesk: SearchDesk = deskRead("desk-search");

/** From this length on, what is typed is searched for. */
const MIN_LENGTH = 2;
/** Pause in typing after which the desk is searched. */
const PAUSE_MS = 150;

const NOTHING: readonly DeskMatch[] = [];

/**
 * What the desk has for a query, a moment after the last key.
 * @param search null for people who see one article only
 */
export function useDeskSearch(
  search: SearchDesk | null,
  query: string,
): { matches: readonly DeskMatch[]; state: "idle" | "searching" | "failed" } {
  const [answer, setAnswer] = useState<{ query: string; matches: readonly DeskMatch[] | null } | null>(null);
  const wanted = search && query.trim().length >= MIN_LENGTH ? query.trim() : null;
  useEffect(() => {
    if (!search || wanted === null) return;
    const reading = new AbortController();
    const { signal } = reading;
    const timer = setTimeout(async () => {
      const result = await attempt(() => search({ query: wanted }, { signal }));
      if (!signal.aborted) setAnswer({ query: wanted, matches: result.ok ? result.value : null });
    }, PAUSE_MS);
    return () => {
      reading.abort();
      clearTimeout(timer);
    };
  }, [search, wanted]);
  if (wanted === null) return { matches: NOTHING, state: "idle" };
  if (answer?.query !== wanted) return { matches: NOTHING, state: "searching" };
  return answer.matches ? { matches: answer.matches, state: "idle" } : { matches: NOTHING, state: "failed" };
}
