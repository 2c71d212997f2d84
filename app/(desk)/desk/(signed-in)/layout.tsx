import type { ReactNode } from "react";
import { CommandsProvider } from "@/components/commands/commands-provider";
import { DeskHeader } from "@/components/desk/desk-header";
import { DraftOwner } from "@/components/drafts/draft-owner";
import { findActor } from "@/lib/auth/find-actor";
import { countUnreadNotifications } from "@/lib/workflows/notifications/notifications";
import { countReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { searchDesk } from "./search-actions";

/** The header of the desk. Every page checks the session itself: a layout does not run again on navigation between pages. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return children;
  const [waiting, unread] = await Promise.all([countReviewQueue(actor), countUnreadNotifications(actor)]);
  return (
    <DraftOwner id={actor.id}>
      <CommandsProvider actor={actor} search={searchDesk}>
        <DeskHeader actor={actor} counts={{ waiting, unread }} />
        {children}
      </CommandsProvider>
    </DraftOwner>
  );
}
