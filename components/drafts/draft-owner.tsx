"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { dropOldDrafts } from "./drop-old-drafts";

const OwnerContext = createContext<string | null>(null);

/** Says whose drafts the forms inside store: people who share a browser have separate ones. It also drops old drafts, of everyone. */
export function DraftOwner({ id, children }: { id: string; children: ReactNode }) {
  useEffect(() => {
    browserStorage.ready().then(() => dropOldDrafts(browserStorage, new Date()));
  }, []);
  return <OwnerContext value={id}>{children}</OwnerContext>;
}

/** The id of the person whose drafts are stored; null outside of the desk, where none are. */
export function useDraftOwner(): string | null {
  return useContext(OwnerContext);
}
