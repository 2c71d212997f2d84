import type { PersonName } from "@/lib/claims/claim";

/** Filters and an order of the list of articles, saved under a name. */
export interface SavedView {
  id: string;
  name: string;
  /** From `formatBoardQuery`. */
  query: string;
  /** Whether everyone at the desk sees it. */
  shared: boolean;
  owner: PersonName;
  /** Goes up with every change; an edit that names an older revision is a conflict. */
  revision: number;
}
