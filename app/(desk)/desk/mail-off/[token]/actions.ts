"use server";

import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { unsubscribe } from "@/lib/workflows/notifications/unsubscribe";

/** Nobody need be signed in for this: the link says whose mail it is. */
export async function turnMailOffAction(input: { token: string }): Promise<Result<null, Failure>> {
  return unsubscribe(String(input.token));
}
