import { useMemo } from "react";
import { useLiveArticle } from "@/components/live/use-live-article";
import { usePresence } from "@/components/live/use-presence";
import { wordsByClaim } from "@/lib/live/presence";
import type { ArticleDeskState } from "./article-desk-state";
import type { Others } from "./desk-context";
import { useStore } from "./use-store";

/**
 * Keeps the page up to date with what other people do, and shows them what this person does.
 * @param seq sequence number of the newest event when the page was rendered
 */
export function useOtherPeople(desk: ArticleDeskState, seq: number): Others {
  const { page, claims } = desk;
  const { articleId, version, actor } = page;
  const { line, newText } = useLiveArticle({
    articleId,
    actorId: actor.id,
    versionId: version.id,
    seq,
    claims: useStore(claims.list),
    take: claims.applyChanges,
    onArticle: desk.applyArticle,
  });
  const form = useStore(desk.form.form);
  const selectedId = useStore(desk.choice.selectedId);
  const presence = usePresence({
    articleId,
    actorId: actor.id,
    claimId: form ? form.draft.claimId : selectedId,
    editing: form !== null,
  });
  return useMemo(
    () => ({ presence, presenceByClaim: wordsByClaim(presence), line, newText }),
    [presence, line, newText],
  );
}
