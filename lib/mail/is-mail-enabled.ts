import { env } from "@/lib/env";

/** Whether this installation sends mail. */
export function isMailEnabled(): boolean {
  return env().mail !== undefined;
}
