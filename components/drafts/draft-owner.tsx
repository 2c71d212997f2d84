"use client";

import { type ReactNode, useEffect, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { DiscardNotices } from "./discard-notices";
import { Discards } from "./discards";
import { DiscardsContext } from "./discards-context";
import { OwnerContext } from "./draft-owner-context";
import { dropOldDrafts } from "./drop-old-drafts";

/** Says whose drafts the forms inside store: people who share a browser have separate ones. It also drops old drafts, of everyone, and shows what was discarded. */
export function DraftOwner({ id, children }: { id: string; children: ReactNode }) {
  const [discards] = useState(() => new Discards());
  useEffect(() => {
    browserStorage.ready().then(() => dropOldDrafts(browserStorage, new Date()));
  }, []);
  return (
    <OwnerContext value={id}>
      <DiscardsContext value={discards}>
        {children}
        <DiscardNotices />
      </DiscardsContext>
    </OwnerContext>
  );
}
