import { useMemo } from "react";
import { spansOf } from "@/components/article-desk/marks/spans-of";
import { isInText } from "@/components/article-desk/marks/unsent-spans";
import { useCoverage } from "@/components/article-desk/marks/use-coverage";
import { passes } from "@/components/claims/claims-panel";
import type { Rating } from "@/lib/ratings/rating";
import type { ArticleDeskState } from "./article-desk-state";
import type { DeskMarks } from "./desk-context";
import { useUnsentClaims } from "./use-queued-claim-ids";
import { useStore } from "./use-store";

/** The claims that pass the filter as they are drawn over the text, and how much of the text they cover. */
export function useDeskMarks(
  { page, article, claims, choice }: ArticleDeskState,
  ratings: readonly Rating[],
  presenceByClaim: ReadonlyMap<string, string>,
): DeskMarks {
  const list = useStore(claims.list);
  const filter = useStore(choice.filter);
  const { language } = useStore(article);
  const waiting = useUnsentClaims(page.articleId);
  const unsent = useMemo(() => waiting.filter((claim) => isInText(claim, page)), [waiting, page]);
  const spans = useMemo(
    () =>
      spansOf(
        list.filter((claim) => passes(claim, filter)),
        ratings,
        presenceByClaim,
        unsent,
      ),
    [list, filter, ratings, presenceByClaim, unsent],
  );
  const coverage = useCoverage(page.map.text, language, spans);
  return useMemo(() => ({ spans, coverage }), [spans, coverage]);
}
