import type { PersonName } from "@/lib/claims/claim";
import type { Priority } from "./priority";

/** Who sees to it that an article is checked, until when, and how much it presses. */
export interface Plan {
  lead: PersonName | null;
  /** ISO 8601 instant. */
  dueAt: string | null;
  priority: Priority;
}

/** A change of a plan: what is not given stays. */
export interface PlanChange {
  /** Null for nobody. */
  leadId?: string | null;
  /** ISO 8601 instant. */
  dueAt?: string | null;
  priority?: Priority;
}
