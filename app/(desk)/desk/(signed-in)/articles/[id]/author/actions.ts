"use server";

import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as links from "@/lib/workflows/manuscripts/author-links";

/* Server actions are public endpoints: each checks who is acting, and its workflow what they can do. */

/** `link` is null where it was shown before. */
type CreatedLink = { link: string | null; name: string; until: string };

export async function createAuthorLink(
  input: links.CreateAuthorLinkInput,
  key: string,
): Promise<Result<CreatedLink, Failure>> {
  return asActorOnce<CreatedLink>(key, (actor) => links.createAuthorLink(actor, input), {
    action: "author-link",
    forRepeats: (created) => ({ ...created, link: null }),
  });
}

export async function revokeAuthorLink(input: {
  articleId: string;
  linkId: string;
}): Promise<Result<null, Failure>> {
  return asActor((actor) => links.revokeAuthorLink(actor, input));
}
