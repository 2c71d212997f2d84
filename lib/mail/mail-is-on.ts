import { env } from "@/lib/env";

/** Whether this installation sends mail. */
export function mailIsOn(): boolean {
  return env().mail !== undefined;
}
