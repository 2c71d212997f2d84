import { useCallback } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { useDesk } from "./desk-context";
import type { DeskArticleView, DetailsInput } from "./desk-types";

/**
 * Stores details of the article; those that are missing stay as the page shows them. After a conflict, the page shows what others have
 * stored.
 * @returns a function of the changes and the revision that they were made on
 */
export function useSaveDetails() {
  const { page, article: store } = useDesk();
  const { articleId, actions } = page;
  return useCallback(
    async (changes: Partial<DetailsInput>, revision: number): Promise<Result<DeskArticleView, Failure>> => {
      const details = { ...detailsOf(store.get()), ...changes };
      const result = await attempt(() => actions.updateDetails({ ...details, articleId, revision }));
      if (result.ok) {
        store.update((before) => ({
          ...before,
          ...details,
          revision: result.value.revision,
          currentPublication: before.currentPublication && {
            ...before.currentPublication,
            isOutdated: before.currentPublication.isOutdated || details.finding !== before.finding,
          },
        }));
        return { ok: true, value: store.get() };
      }
      if (result.error.kind === "stale") {
        const current = result.error.current as DetailsInput & { revision: number };
        store.update((before) =>
          before.revision > current.revision
            ? before
            : { ...before, ...detailsOf(current), revision: current.revision },
        );
      }
      return result;
    },
    [store, actions, articleId],
  );
}

function detailsOf({
  title,
  publisher,
  byline,
  sourceUrl,
  publishedOn,
  language,
  finding,
}: DetailsInput): DetailsInput {
  return { title, publisher, byline, sourceUrl, publishedOn, language, finding };
}
