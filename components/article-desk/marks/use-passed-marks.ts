import { useCallback, useRef, useState } from "react";
import type { MarkedSpan } from "./claim-marks";

/**
 * Says which marks begin and end as the caret passes through the text: a screen reader reads the text of an editor without telling
 * where decorations begin and end.
 * @returns `passed`: words for a live region; `pass`: to be called with each offset that the caret comes to
 */
export function usePassedMarks(spans: readonly MarkedSpan[]) {
  const [passed, setPassed] = useState("");
  const under = useRef<ReadonlySet<string>>(new Set());
  const latest = useRef(spans);
  latest.current = spans;
  const pass = useCallback((offset: number) => {
    const now = latest.current.filter((span) => span.start <= offset && offset < span.end);
    const before = under.current;
    under.current = new Set(now.map(({ id }) => id));
    const left = latest.current.filter(({ id }) => before.has(id) && !under.current.has(id));
    const entered = now.filter(({ id }) => !before.has(id));
    const words = [
      ...left.map(({ label }) => `${label}, ends.`),
      ...entered.map(({ label }) => `${label}, begins.`),
    ];
    if (words.length > 0) setPassed(words.join(" "));
  }, []);
  return { passed, pass };
}
