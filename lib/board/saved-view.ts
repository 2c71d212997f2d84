import type { PersonName } from "@/lib/claims/claim";

/** Filters and an order of the articles that somebody wants to come back to. */
export interface SavedView {
  id: string;
  name: string;
  /** As `formatBoardQuery` writes it. */
  query: string;
  /** Whether all of the desk see it. */
  shared: boolean;
  owner: PersonName;
  /** Raised by every change; an edit made on an older one is a conflict. */
  revision: number;
}
