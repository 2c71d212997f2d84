"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { usePageCommands } from "@/components/commands/commands-context";
import { attempt } from "@/components/ui/attempt";
import { focusAfterRender } from "@/components/ui/focus-after-render";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Tour } from "@/lib/personal/tour";
import type { Result } from "@/lib/result";
import styles from "./tour.module.css";
import { tourCommand, tourReturnCommand } from "./tour-command";

interface OwnTour {
  tour: Tour;
  /** The article on which the tour runs; null unless it is running. */
  articleId: string | null;
  /** Starts the tour from its first step, on the article of the demo. */
  start: () => void;
  /** Goes to a step, or ends the tour. */
  record: (tour: Tour) => void;
}

const TourContext = createContext<OwnTour | null>(null);

/** The tour of the person who is signed in, and the command that starts it. */
export function TourProvider({
  stored,
  articleId,
  actions,
  children,
}: {
  stored: Tour;
  articleId: string | null;
  actions: {
    /** @returns the id of the article on which it runs; null if the desk has none */
    start: () => Promise<Result<string | null, Failure>>;
    record: (tour: Tour) => Promise<Result<Tour, Failure>>;
  };
  children: ReactNode;
}) {
  const t = useWords("tour");
  const [tour, setTour] = useState(stored);
  const [problem, setProblem] = useState<"missing" | string | null>(null);
  const notice = useRef<HTMLDivElement>(null);

  const start = useCallback(async () => {
    const result = await attempt(actions.start);
    if (result.ok && result.value) return location.assign(`/desk/articles/${result.value}`);
    setProblem(result.ok ? "missing" : result.error.message);
    requestAnimationFrame(() => notice.current?.focus());
  }, [actions]);
  const record = useCallback(
    (next: Tour) => {
      setTour(next);
      // Only where the tour goes on after a reload is lost if this fails.
      void attempt(() => actions.record(next));
    },
    [actions],
  );

  const isRunning = tour.state === "running" && articleId !== null;
  usePageCommands({
    commands: [
      tourCommand(t, start),
      ...(isRunning ? [tourReturnCommand(t, () => focusTour(articleId))] : []),
    ],
  });
  const own = useMemo(() => ({ tour, articleId, start, record }), [tour, articleId, start, record]);
  return (
    <TourContext.Provider value={own}>
      {problem !== null && (
        <div className={styles.problem} ref={notice} tabIndex={-1}>
          <Notice tone={problem === "missing" ? "plain" : "failure"}>
            {problem === "missing" ? t("missing") : problem} <a href="/desk/guide">{t("guide")}</a>
          </Notice>
        </div>
      )}
      {children}
    </TourContext.Provider>
  );
}

/** Moves the focus to the panel of the tour, or opens the page that it is on. @param articleId the article on which it runs */
function focusTour(articleId: string): void {
  const panel = document.querySelector<HTMLElement>("[data-tour]");
  if (panel) focusAfterRender(() => panel);
  else location.assign(`/desk/articles/${articleId}`);
}

/** The tour of the person who is signed in; null for guests. */
export function useTour(): OwnTour | null {
  return useContext(TourContext);
}
