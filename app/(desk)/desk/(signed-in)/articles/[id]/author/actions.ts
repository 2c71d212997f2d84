"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as links from "@/lib/workflows/manuscripts/author-links";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

export async function createAuthorLink(
  input: links.CreateAuthorLinkInput,
): Promise<Result<{ link: string; name: string; until: string }, Failure>> {
  return asActor((actor) => links.createAuthorLink(actor, input));
}

export async function revokeAuthorLink(input: {
  articleId: string;
  linkId: string;
}): Promise<Result<null, Failure>> {
  return asActor((actor) => links.revokeAuthorLink(actor, input));
}
