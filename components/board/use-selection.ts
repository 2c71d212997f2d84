import { type ChangeEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { storeSelection } from "./stored-selection";

/**
 * The selected items of a list. With Shift, a click or the space bar selects or deselects everything from the last item clicked. Items
 * that leave the list are deselected.
 * @param ids ids of the list, in its order
 * @param storageKey where the selection is stored while it is open, for a reload; null for nowhere
 * @param initial ids that are selected at first
 */
export function useSelection(
  ids: readonly string[],
  storageKey: string | null,
  initial: readonly string[] = [],
) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(initial));
  const last = useRef<string | null>(null);
  const isShift = useRef(false);
  const current = useMemo(() => new Set(ids.filter((id) => selected.has(id))), [ids, selected]);

  useEffect(() => {
    if (storageKey !== null) storeSelection(storageKey, [...current]);
  }, [storageKey, current]);

  const select = useCallback(
    (id: string, isSelected: boolean, range: boolean) => {
      const from = range && last.current !== null ? ids.indexOf(last.current) : -1;
      const to = ids.indexOf(id);
      const affected = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      last.current = id;
      setSelected((before) => {
        const next = new Set(before);
        for (const each of affected)
          if (isSelected) next.add(each);
          else next.delete(each);
        return next;
      });
    },
    [ids],
  );
  /** Props for a checkbox of the list. */
  const checkbox = (id: string) => ({
    checked: current.has(id),
    // The space bar fires a click event too.
    onClick: (event: MouseEvent) => {
      isShift.current = event.shiftKey;
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => select(id, event.target.checked, isShift.current),
  });

  return {
    ids: current,
    has: (id: string) => current.has(id),
    checkbox,
    /** Selects all, or none if all are selected. */
    toggleAll: () => setSelected(current.size === ids.length ? new Set() : new Set(ids)),
    /** Selects these and no others. */
    set: (next: readonly string[]) => setSelected(new Set(next)),
  };
}
