import type { PersonName } from "@/lib/claims/claim";
import type { Priority } from "./priority";

/** Who is responsible for the check of an article, when it is due and how urgent it is. */
export interface Plan {
  lead: PersonName | null;
  /** ISO 8601 instant. */
  dueAt: string | null;
  priority: Priority;
}

/** A change of a plan: absent fields stay as they are. */
export interface PlanChange {
  /** Null removes the lead. */
  leadId?: string | null;
  /** ISO 8601 instant. */
  dueAt?: string | null;
  priority?: Priority;
}
