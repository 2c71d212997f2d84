import { type ChangeEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from "react";

/**
 * Which of a list are chosen. With Shift held, a click chooses, or takes back, everything from the last one that was clicked; so does the
 * space bar. What is not in the list any more is not chosen any more.
 * @param ids of the list, in its order
 */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const isShift = useRef(false);
  const shown = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen]);

  const choose = useCallback(
    (id: string, wanted: boolean, range: boolean) => {
      const from = range && last.current !== null ? ids.indexOf(last.current) : -1;
      const to = ids.indexOf(id);
      const meant = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      last.current = id;
      setChosen((before) => {
        const next = new Set(before);
        for (const each of meant)
          if (wanted) next.add(each);
          else next.delete(each);
        return next;
      });
    },
    [ids],
  );
  /** What a checkbox of the list takes. */
  const checkbox = (id: string) => ({
    checked: shown.has(id),
    // The space bar comes as a click, too.
    onClick: (event: MouseEvent) => {
      isShift.current = event.shiftKey;
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => choose(id, event.target.checked, isShift.current),
  });

  return {
    ids: shown,
    has: (id: string) => shown.has(id),
    checkbox,
    /** Chooses all, or none where all are chosen. */
    toggleAll: () => setChosen(shown.size === ids.length ? new Set() : new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}
