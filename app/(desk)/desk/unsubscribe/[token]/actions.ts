"use server";

import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { unsubscribe } from "@/lib/workflows/notifications/unsubscribe";

/** Needs no session: the signed link identifies the person. */
export async function unsubscribeAction(input: { token: string }): Promise<Result<null, Failure>> {
  return unsubscribe(String(input.token));
}
