import { useCallback, useEffect, useRef, useState } from "react";
import type { Claim } from "@/lib/claims/claim";
import { describeLiveEvent, type LiveEvent } from "@/lib/live/live-event";
import type { ChangesView } from "./live-types";
import { useArticleChanges } from "./use-article-changes";

interface Options<A> {
  articleId: string;
  actorId: string;
  versionId: string;
  /** The newest event when the page was rendered. */
  seq: number;
  claims: readonly Claim[];
  take: (changes: { claims: Claim[]; gone: string[] | "others" }) => void;
  onArticle: (article: A) => void;
}

/** Keeps an article's page up to date with what others do, and describes their last change. */
export function useLiveArticle<A>({
  articleId,
  actorId,
  versionId,
  seq,
  claims,
  take,
  onArticle,
}: Options<A>) {
  /** What another person did last, for a quiet line. */
  const [line, setLine] = useState<string | null>(null);
  /** A newer version of the text than the one shown. */
  const [newText, setNewText] = useState<{ number: number; by: string | null } | null>(null);
  const numbers = useRef(new Map<string, number>());
  useEffect(() => {
    for (const { id, number } of claims) numbers.current.set(id, number);
  }, [claims]);

  const onChanges = useCallback(
    (changes: ChangesView<A>, events: readonly LiveEvent[]) => {
      take(changes);
      onArticle(changes.article);
      for (const { id, number } of changes.claims) numbers.current.set(id, number);
      const others = events.filter((event) => event.actorId !== actorId);
      const described = others.findLast(
        (event) => event.targetType === "claim" || event.targetType === "article",
      );
      if (described)
        setLine(
          describeLiveEvent(described, {
            name: described.actorId && (changes.people[described.actorId] ?? null),
            claimNumber: numbers.current.get(described.targetId) ?? null,
          }),
        );
      if (changes.version.id !== versionId) {
        const authorId = events.findLast(({ action }) =>
          /^article\.(edit|replace)-text$/.test(action),
        )?.actorId;
        setNewText((before) => ({
          number: changes.version.number,
          by: authorId ? (changes.people[authorId] ?? null) : (before?.by ?? null),
        }));
      }
    },
    [actorId, onArticle, take, versionId],
  );
  useArticleChanges({ articleId, actorId, seq, onChanges });
  return { line, newText };
}
