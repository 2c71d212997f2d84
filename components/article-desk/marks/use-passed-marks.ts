import { useCallback, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import type { MarkedSpan } from "./claim-marks";

/**
 * Announces where claims begin and end as the cursor moves through the text: screen readers do not announce
 * decorations.
 * @returns `passed`: text for a live region; `pass`: call it with each offset that the cursor moves to
 */
export function usePassedMarks(spans: readonly MarkedSpan[]) {
  const t = useWords("articles");
  const [passed, setPassed] = useState("");
  const under = useRef<ReadonlySet<string>>(new Set());
  const latest = useRef(spans);
  latest.current = spans;
  const pass = useCallback(
    (offset: number) => {
      const now = latest.current.filter((span) => span.start <= offset && offset < span.end);
      const before = under.current;
      under.current = new Set(now.map(({ id }) => id));
      const left = latest.current.filter(({ id }) => before.has(id) && !under.current.has(id));
      const entered = now.filter(({ id }) => !before.has(id));
      const announcements = [
        ...left.map(({ label }) => t("mark.ends", { mark: label })),
        ...entered.map(({ label }) => t("mark.begins", { mark: label })),
      ];
      if (announcements.length > 0) setPassed(announcements.join(" "));
    },
    [t],
  );
  return { passed, pass };
}
