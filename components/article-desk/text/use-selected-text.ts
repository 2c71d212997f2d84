import { type FocusEvent, useMemo, useState } from "react";

/** A selection, as positions of the document. */
export interface SelectedText {
  from: number;
  to: number;
}

/**
 * The selection for which the text offers its actions: null while nothing is selected, when the focus is elsewhere, after Escape, and while
 * a form is open for a passage. Once that is closed, a selection that is still there offers them again.
 * @param isTaken whether a form is open for a passage
 */
export function useSelectedText(isTaken: boolean) {
  const [selection, select] = useState<SelectedText | null>(null);
  const [hasFocus, setFocus] = useState(false);
  /** For the element around the text and its actions. */
  const on = useMemo(
    () => ({
      onFocus: () => setFocus(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setFocus(relatedTarget !== null && currentTarget.contains(relatedTarget)),
      onKeyDown: ({ key }: { key: string }) => {
        if (key === "Escape") select(null);
      },
    }),
    [],
  );
  return { selection: hasFocus && !isTaken ? selection : null, select, on };
}
