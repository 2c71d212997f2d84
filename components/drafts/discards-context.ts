import { createContext, useContext } from "react";
import { Discards } from "./discards";

export const DiscardsContext = createContext(new Discards());

/** What was discarded on this page. */
export function useDiscards(): Discards {
  return useContext(DiscardsContext);
}
