"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { listThreads as runListThreads } from "@/lib/workflows/comments/list-threads";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function listThreads(input: {
  articleId: string;
}): Promise<Result<{ threads: Thread[]; people: PersonName[] }, Failure>> {
  return asActor((actor) => runListThreads(actor, input));
}
