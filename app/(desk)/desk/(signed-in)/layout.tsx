import type { ReactNode } from "react";
import { CommandsProvider } from "@/components/commands/commands-provider";
import { ShortcutsProvider } from "@/components/commands/shortcuts-context";
import { DeskHeader } from "@/components/desk/desk-header";
import { DraftOwner } from "@/components/drafts/draft-owner";
import { findActor } from "@/lib/auth/find-actor";
import { countUnreadNotifications } from "@/lib/workflows/notifications/notifications";
import { getPersonalSettings } from "@/lib/workflows/people/personal-settings";
import { countReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { changeShortcutsAction } from "../personal-actions";
import { searchDesk } from "./search-actions";

/** The header of the desk. Every page checks the session itself: a layout does not run again on navigation between pages. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return children;
  const [waiting, unread, { shortcuts }] = await Promise.all([
    countReviewQueue(actor),
    countUnreadNotifications(actor),
    getPersonalSettings(actor),
  ]);
  return (
    <DraftOwner id={actor.id}>
      <ShortcutsProvider personId={actor.id} stored={shortcuts} save={changeShortcutsAction}>
        <CommandsProvider actor={actor} search={searchDesk}>
          <DeskHeader actor={actor} counts={{ waiting, unread }} />
          {children}
        </CommandsProvider>
      </ShortcutsProvider>
    </DraftOwner>
  );
}
