import { createContext, useContext } from "react";

export const OwnerContext = createContext<string | null>(null);

/** The id of the person whose drafts are stored; null outside of the desk, where none are. */
export function useDraftOwner(): string | null {
  return useContext(OwnerContext);
}
