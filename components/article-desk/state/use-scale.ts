import { useEffect, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";

export type LoadScale = (input: { articleId: string }) => Promise<Result<RatingScale, Failure>>;

/** The scale of the article, fetched once the article is moved to another, by whomever. */
export function useScale(
  { id: articleId, scaleId }: { id: string; scaleId: string },
  given: RatingScale,
  load: LoadScale,
  onFailure: (message: string) => void,
): RatingScale {
  const [shown, setShown] = useState({ id: scaleId, scale: given });
  useEffect(() => {
    if (shown.id === scaleId) return;
    let ended = false;
    attempt(() => load({ articleId })).then((result) => {
      if (ended) return;
      if (result.ok) setShown({ id: scaleId, scale: result.value });
      else onFailure(`The article has another scale now. ${result.error.message}`);
    });
    return () => {
      ended = true;
    };
  }, [articleId, load, onFailure, scaleId, shown.id]);
  return shown.scale;
}
