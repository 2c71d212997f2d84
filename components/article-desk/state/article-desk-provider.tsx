"use client";

import { type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useComments } from "@/components/comments/comments-context";
import { dropDiscarded } from "@/components/drafts/discarded-draft";
import { outbox } from "@/components/live/outbox";
import { browserStorage } from "@/components/storage/browser-storage";
import { LanguageContext } from "@/components/words/use-words";
import { outcomeRatings } from "@/lib/manuscripts/outcome-ratings";
import { createArticleDesk } from "./article-desk-state";
import { DeskContext, MarksContext, OthersContext, RatingsContext } from "./desk-context";
import type { ArticleDeskProps } from "./desk-types";
import { useDeskMarks } from "./use-desk-marks";
import { useOtherPeople } from "./use-other-people";
import { useScale } from "./use-scale";
import { useStore } from "./use-store";

/** Makes the state of the article page for the components inside. Those read its parts with the hooks of `desk-context`. */
export function ArticleDeskProvider({ children, ...props }: ArticleDeskProps & { children: ReactNode }) {
  const language = useContext(LanguageContext);
  const { close: closeComments } = useComments();
  const [desk] = useState(() => createArticleDesk(props, { language, closeComments }));
  const scale = useScale(desk, props.scale);
  const { purpose } = useStore(desk.article);
  const ratings = useMemo(
    () => (purpose === "manuscript" ? outcomeRatings(language) : scale.ratings),
    [purpose, language, scale],
  );
  const others = useOtherPeople(desk, props.seq);
  const marks = useDeskMarks(desk, ratings, others.presenceByClaim);

  useEffect(() => outbox.onDone(desk.applySent), [desk]);
  useEffect(() => {
    const { articleId, actions, draftKey } = desk.page;
    // Large forms are found a moment later, and so is what was saved without an answer.
    Promise.all([outbox.allHandedOver(), browserStorage.ready()]).then(([queued]) => {
      desk.form.restore(
        props.claims,
        props.drafts,
        queued.flatMap(({ draft }) => draft ?? []),
      );
      dropDiscarded(draftKey, ["new", ...props.claims.map(({ id }) => id)], (subject) =>
        actions.discardDraft({ articleId, subject }),
      );
    });
  }, [desk, props.claims, props.drafts]);

  return (
    <DeskContext value={desk}>
      <RatingsContext value={ratings}>
        <OthersContext value={others}>
          <MarksContext value={marks}>{children}</MarksContext>
        </OthersContext>
      </RatingsContext>
    </DeskContext>
  );
}
