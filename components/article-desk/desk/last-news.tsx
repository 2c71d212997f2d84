import { useEffect, useState } from "react";
import { useDesk, useOthers } from "@/components/article-desk/state/desk-context";
import { useComments } from "@/components/comments/comments-context";
import { LiveLine } from "@/components/live/live-line";
import { useWords } from "@/components/words/use-words";

/** What other people did last on the page, with its claims or in its comments, in one line. */
export function LastNews() {
  const t = useWords("comments");
  const { claims } = useDesk();
  const { line } = useOthers();
  const { news } = useComments();
  const [shown, setShown] = useState<{ text: string | null; number: number }>({ text: null, number: 0 });

  useEffect(() => {
    if (line !== null) setShown({ text: line, number: 0 });
  }, [line]);
  useEffect(() => {
    const [only, another] = news?.items ?? [];
    if (!news || !only) return;
    const { kind, name, on, claimId } = only;
    const number = claims.list.get().find(({ id }) => id === claimId)?.number ?? 0;
    setShown({
      text: another
        ? t("news.several", { count: news.items.length })
        : t(`news.${kind}`, { name, on: on === "claim" && number === 0 ? "passage" : on, number }),
      number: news.number,
    });
  }, [news, claims, t]);

  return <LiveLine line={shown.text} number={shown.number} />;
}
