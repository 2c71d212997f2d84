"use client";

import { useRef } from "react";
import { ArticleDeskProvider } from "@/components/article-desk/state/article-desk-provider";
import type { ArticleDeskProps } from "@/components/article-desk/state/desk-types";
import { ClaimRulesProvider } from "@/components/claims/claim-rules";
import { ArticleComments } from "@/components/comments/article-comments";
import { useFocusHome } from "@/components/ui/use-focus-home";
import styles from "./article-desk.module.css";
import { DeskHeader } from "./desk-header";
import { DeskOverlays } from "./desk-overlays";
import { DeskSide } from "./desk-side";
import { DeskText } from "./desk-text";
import { DeskTicks } from "./desk-ticks";
import { DeskTour } from "./desk-tour";

/** What takes the focus when the control that had it is gone: the open claim, a heading, or the article's menu. */
const FOCUS_HOMES = [
  "[data-claim-card][aria-expanded=true]",
  "[data-claims-heading]",
  "[data-article-menu] button",
];

/** The article page of the desk: text on the left, claims on the right. */
export function ArticleDesk(props: ArticleDeskProps) {
  const main = useRef<HTMLElement>(null);
  useFocusHome(main, FOCUS_HOMES);
  return (
    <ArticleComments
      articleId={props.article.id}
      versionId={props.version.id}
      actor={props.actor}
      initial={props.comments}
    >
      <ClaimRulesProvider rules={props.rules}>
        <ArticleDeskProvider {...props}>
          <main ref={main} id="content" className={styles.desk}>
            <DeskTour />
            <DeskHeader />
            <div className={styles.columns}>
              <DeskText />
              <DeskTicks />
              <DeskSide />
            </div>
            <DeskOverlays />
          </main>
        </ArticleDeskProvider>
      </ClaimRulesProvider>
    </ArticleComments>
  );
}
