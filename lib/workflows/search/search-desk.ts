import { z } from "zod";
import { listArticleRows } from "@/lib/db/articles";
import { searchClaims } from "@/lib/db/claim-search";
import { searchClaimants } from "@/lib/db/claimants";
import { searchSources } from "@/lib/db/source-search";
import { searchActiveUsers } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { type Actor, roleLabels } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { DeskMatch } from "@/lib/search/desk-match";
import { asResult, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ query: z.string().trim().min(1).max(200) });

/** Of each kind; the palette shows them one below the other. */
const MAX_OF_A_KIND = 5;

/**
 * Articles, claims, claimants, sources and people that contain the words typed so far, those changed last first.
 * @returns at most 5 of each kind
 */
export async function searchDesk(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<DeskMatch[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { query } = parsed.value;
  const [articles, claims, { claimants }, sources, people] = await Promise.all([
    listArticleRows({ q: query, limit: MAX_OF_A_KIND }),
    searchClaims(query, MAX_OF_A_KIND),
    searchClaimants(query, { kind: null, limit: MAX_OF_A_KIND }),
    searchSources(query, MAX_OF_A_KIND),
    searchActiveUsers(query, MAX_OF_A_KIND),
  ]);
  return ok([
    ...articles.items.map(
      ({ id, title, publisher }): DeskMatch => ({
        kind: "article",
        id,
        title,
        detail: publisher ?? "",
        number: null,
        href: `/desk/articles/${id}`,
      }),
    ),
    ...claims.map(
      ({ id, number, statement, articleId, articleTitle }): DeskMatch => ({
        kind: "claim",
        id,
        title: statement,
        detail: articleTitle,
        number,
        href: `/desk/articles/${articleId}?claim=${id}`,
      }),
    ),
    ...claimants.map(
      ({ id, name, description }): DeskMatch => ({
        kind: "claimant",
        id,
        title: name,
        detail: description ?? "",
        number: null,
        href: `/desk/claimants/${id}`,
      }),
    ),
    ...sources.map(
      ({ id, title, publisher }): DeskMatch => ({
        kind: "source",
        id,
        title,
        detail: publisher ?? "",
        number: null,
        href: `/desk/sources/${id}`,
      }),
    ),
    ...people.map(
      ({ id, name, role }): DeskMatch => ({
        kind: "person",
        id,
        title: name,
        detail: roleLabels[role],
        number: null,
        href: `/desk/activity?person=${id}`,
      }),
    ),
  ]);
}
