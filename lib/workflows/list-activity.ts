import { z } from "zod";
import {
  ACTIVITY_KIND_NAMES,
  ACTIVITY_KINDS,
  type Activity,
  type ActivityKind,
} from "@/lib/activity/activity";
import { deedOf } from "@/lib/activity/deed-of";
import type { PersonName } from "@/lib/claims/claim";
import { type ActivityRow, listActivityRows } from "@/lib/db/activity";
import { findArticle } from "@/lib/db/articles";
import { listMentionable } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "./refusals";

const input = z.object({
  personId: z.string().optional(),
  articleId: z.string().optional(),
  /** All kinds where none is given, or one that is not known. */
  kind: z
    .string()
    .optional()
    .transform((name) => ACTIVITY_KIND_NAMES.find((known) => known === name)),
  cursor: z.string().optional(),
});

/** Rows on a page. */
const LENGTH = 50;

/** What concerns nobody but who did it. */
const PRIVATE = ["user.set-notifications", "user.turn-mail-off"];

export interface ActivityPage {
  items: Activity[];
  nextCursor: string | null;
  /** The article that the feed is narrowed down to. */
  article: { id: string; title: string } | null;
  /** Whose doings one may narrow it down to, and which kinds. */
  people: PersonName[];
  kinds: ActivityKind[];
}

/** Who did what on the desk, newest first. */
export async function listActivity(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<ActivityPage, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { personId, articleId, kind, cursor } = parsed.value;
  const article = articleId ? await findArticle(articleId) : null;
  if (articleId && !article) return notFound("article");
  // Who has which role, and who was invited, is for those who may list people.
  const kinds = ACTIVITY_KIND_NAMES.filter(
    (name) => name !== "people" || can(actor, "list", "person").allowed,
  );
  const shown = kind && kinds.includes(kind) ? [kind] : kinds;
  const [{ items, nextCursor }, people] = await Promise.all([
    listActivityRows({
      personId,
      articleId,
      cursor,
      limit: LENGTH,
      targetTypes: shown.flatMap((name) => [...ACTIVITY_KINDS[name].targetTypes]),
      without: PRIVATE,
    }),
    listMentionable(),
  ]);
  return ok({
    items: items.map(toActivity),
    nextCursor,
    article: article && { id: article.id, title: article.title },
    people,
    kinds,
  });
}

function toActivity(row: ActivityRow): Activity {
  const { id, at, actor, action, targetType, article, claim } = row;
  return {
    id,
    at,
    actor,
    article,
    deed: deedOf({ action, targetType, claimNumber: claim?.number ?? null }),
    href: hrefOf(row),
  };
}

function hrefOf({ targetType, targetId, article, claim }: ActivityRow): string | null {
  if (targetType === "source") return `/desk/sources/${targetId}`;
  if (!article) return null;
  const place = `/desk/articles/${article.id}`;
  if (targetType === "comment") return `${place}?comment=${targetId}`;
  return claim ? `${place}?claim=${claim.id}` : place;
}
