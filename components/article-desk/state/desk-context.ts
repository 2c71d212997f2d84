"use client";

import { type Context, createContext, useContext } from "react";
import type { MarkedSpan } from "@/components/article-desk/marks/claim-marks";
import type { Coverage } from "@/lib/discovery/coverage";
import type { PersonHere } from "@/lib/live/presence";
import type { Rating } from "@/lib/ratings/rating";
import type { ArticleDeskState } from "./article-desk-state";

/** The claims as they are drawn over the text. */
export interface DeskMarks {
  spans: readonly MarkedSpan[];
  /** How many checkable sentences are marked; null until they are counted. */
  coverage: Coverage | null;
}

/** Other people on this page. */
export interface Others {
  presence: readonly PersonHere[];
  /** What they are doing at a claim, by its id: "Ada is editing". */
  presenceByClaim: ReadonlyMap<string, string>;
  /** What another person did last. */
  line: string | null;
  /** A newer version of the text than the one shown. */
  newText: { number: number; by: string | null } | null;
}

export const DeskContext = createContext<ArticleDeskState | null>(null);
export const RatingsContext = createContext<readonly Rating[] | null>(null);
export const MarksContext = createContext<DeskMarks | null>(null);
export const OthersContext = createContext<Others | null>(null);

/** The parts of the page's state. The object never changes: read its stores with `useStore`. */
export const useDesk = () => usePart(DeskContext);
/** The ratings of the article's scale. */
export const useRatings = () => usePart(RatingsContext);
export const useMarks = () => usePart(MarksContext);
export const useOthers = () => usePart(OthersContext);

function usePart<T>(context: Context<T | null>): T {
  const part = useContext(context);
  if (part === null) throw new Error("a part of the article page is shown outside of ArticleDeskProvider");
  return part;
}
