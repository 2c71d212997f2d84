import { useEffect, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { RatingScale } from "@/lib/ratings/rating";
import type { ArticleDeskState } from "./article-desk-state";
import { useStore } from "./use-store";

/** The article's rating scale, loaded again when anyone moves the article to another one. */
export function useScale({ article, message, page }: ArticleDeskState, initial: RatingScale): RatingScale {
  const t = useWords("articles");
  const { id: articleId, scaleId } = useStore(article);
  const { loadScale } = page.actions;
  const [loaded, setLoaded] = useState({ id: scaleId, scale: initial });
  useEffect(() => {
    if (loaded.id === scaleId) return;
    let ended = false;
    attempt(() => loadScale({ articleId })).then((result) => {
      if (ended) return;
      if (result.ok) setLoaded({ id: scaleId, scale: result.value });
      else message.set({ tone: "failure", text: t("scaleNotLoaded", { reason: result.error.message }) });
    });
    return () => {
      ended = true;
    };
  }, [articleId, loadScale, loaded.id, message, scaleId, t]);
  return loaded.scale;
}
