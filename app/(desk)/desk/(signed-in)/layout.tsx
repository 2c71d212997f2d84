import type { ReactNode } from "react";
import { ShortcutsProvider } from "@/components/commands/shortcuts-context";
import { DatesProvider } from "@/components/dates/dates-context";
import { DeskHeader } from "@/components/desk/desk-header";
import { FocusKeeper } from "@/components/desk/focus-keeper";
import { DraftOwner } from "@/components/drafts/draft-owner";
import { TourProvider } from "@/components/tour/tour-provider";
import { findActor } from "@/lib/auth/find-actor";
import { findOwnSettings, requestDateStyle } from "@/lib/auth/request-dates";
import { isGuest } from "@/lib/policies/actor";
import { countNewMessages } from "@/lib/workflows/messages/list-messages";
import { countUnreadNotifications } from "@/lib/workflows/notifications/notifications";
import { findTourArticle } from "@/lib/workflows/people/find-tour-article";
import { countReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { countWatching } from "@/lib/workflows/watching/list-watching";
import {
  changeShortcutsAction,
  recordTourAction,
  recordZoneAction,
  startTourAction,
} from "../personal-actions";
import { PageCommands } from "./page-commands";

/** The header of the desk. Every page checks the session itself: a layout does not run again on navigation between pages. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return children;
  const [waiting, unread, watching, messages, { shortcuts, dates, tour }, style] = await Promise.all([
    countReviewQueue(actor),
    countUnreadNotifications(actor),
    countWatching(actor),
    countNewMessages(actor),
    findOwnSettings(),
    requestDateStyle(),
  ]);
  const tourArticleId = tour.state === "running" ? await findTourArticle(actor) : null;
  const desk = (
    <>
      <DeskHeader actor={actor} counts={{ waiting, unread, watching, messages }} />
      <FocusKeeper>{children}</FocusKeeper>
    </>
  );
  return (
    <DraftOwner id={actor.id}>
      <DatesProvider
        style={style}
        renderedAt={new Date().toISOString()}
        followsZone={dates.timeZone === null}
        recordZone={recordZoneAction}
      >
        <ShortcutsProvider personId={actor.id} stored={shortcuts} save={changeShortcutsAction}>
          <PageCommands actor={actor}>
            {isGuest(actor) ? (
              desk
            ) : (
              <TourProvider
                stored={tour}
                articleId={tourArticleId}
                actions={{ start: startTourAction, record: recordTourAction }}
              >
                {desk}
              </TourProvider>
            )}
          </PageCommands>
        </ShortcutsProvider>
      </DatesProvider>
    </DraftOwner>
  );
}
