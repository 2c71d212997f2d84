import type { ReactNode } from "react";
import { DeskHeader } from "@/components/desk/desk-header";
import { findActor } from "@/lib/auth/find-actor";
import { countReviewQueue } from "@/lib/workflows/list-review-queue";

/** The bar over the pages. Each page itself asks who is acting: a layout is not run again when one moves between pages. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  if (!actor) return children;
  return (
    <>
      <DeskHeader actor={actor} waiting={await countReviewQueue(actor)} />
      {children}
    </>
  );
}
