import { useEffect, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { RatingScale } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";

export type LoadScale = (input: { articleId: string }) => Promise<Result<RatingScale, Failure>>;

/** The article's rating scale, loaded again when anyone moves the article to another one. */
export function useScale(
  { id: articleId, scaleId }: { id: string; scaleId: string },
  initial: RatingScale,
  load: LoadScale,
  onFailure: (message: string) => void,
): RatingScale {
  const t = useWords("articles");
  const [loaded, setLoaded] = useState({ id: scaleId, scale: initial });
  useEffect(() => {
    if (loaded.id === scaleId) return;
    let ended = false;
    attempt(() => load({ articleId })).then((result) => {
      if (ended) return;
      if (result.ok) setLoaded({ id: scaleId, scale: result.value });
      else onFailure(t("scaleNotLoaded", { reason: result.error.message }));
    });
    return () => {
      ended = true;
    };
  }, [articleId, load, loaded.id, onFailure, scaleId, t]);
  return loaded.scale;
}
