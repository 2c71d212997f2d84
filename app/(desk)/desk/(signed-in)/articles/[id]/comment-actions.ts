"use server";

import { actorForAction } from "@/lib/auth/find-actor";
import type { PersonName } from "@/lib/claims/claim";
import type { Thread } from "@/lib/comments/comment";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as comments from "@/lib/workflows/comments/comments";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function listThreads(input: {
  articleId: string;
}): Promise<Result<{ threads: Thread[]; people: PersonName[] }, Failure>> {
  const actor = await actorForAction();
  return actor.ok ? comments.listThreads(actor.value, input) : actor;
}
