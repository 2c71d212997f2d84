import { useCallback, useEffect, useRef, useState } from "react";
import type { Claim } from "@/lib/claims/claim";
import { describeLiveEvent, type LiveEvent } from "@/lib/live/live-event";
import type { ChangesView } from "./live-types";
import { useArticleChanges } from "./use-article-changes";

interface Given<A> {
  articleId: string;
  actorId: string;
  versionId: string;
  /** The newest event when the page was made. */
  seq: number;
  claims: readonly Claim[];
  take: (changes: { claims: Claim[]; gone: string[] | "others" }) => void;
  onArticle: (article: A) => void;
}

/** Keeps an article's page as it is for everybody, and says what others did. */
export function useLiveArticle<A>({ articleId, actorId, versionId, seq, claims, take, onArticle }: Given<A>) {
  /** What somebody else did last, for a quiet line. */
  const [line, setLine] = useState<string | null>(null);
  /** A text that somebody made after the one that is shown. */
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
      const said = others.findLast((event) => event.targetType === "claim" || event.targetType === "article");
      if (said)
        setLine(
          describeLiveEvent(said, {
            name: said.actorId && (changes.people[said.actorId] ?? null),
            claimNumber: numbers.current.get(said.targetId) ?? null,
          }),
        );
      if (changes.version.id !== versionId) {
        const maker = events.findLast(({ action }) => /^article\.(edit|replace)-text$/.test(action))?.actorId;
        setNewText((before) => ({
          number: changes.version.number,
          by: maker ? (changes.people[maker] ?? null) : (before?.by ?? null),
        }));
      }
    },
    [actorId, onArticle, take, versionId],
  );
  useArticleChanges({ articleId, seq, onChanges });
  return { line, newText };
}
