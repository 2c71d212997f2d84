import { findArticle } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { countChangedClaims } from "@/lib/db/outcomes";
import { listApprovals } from "@/lib/db/reviews";
import type { Failure } from "@/lib/failure";
import { type CheckBox, checkBox } from "@/lib/manuscripts/check-box";
import { manuscriptProgress } from "@/lib/manuscripts/manuscript-progress";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

export interface CheckBoxPage {
  article: { id: string; title: string };
  /** Null until every claim stands and is signed off. */
  box: CheckBox | null;
  /** Claims that are not signed off yet. */
  open: number;
}

/** The "how we checked" box of a manuscript. */
export async function getCheckBox(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Result<CheckBoxPage, Failure>> {
  const allowed = asResult(can(actor, "read-history", "article", { articleId }));
  if (!allowed.ok) return allowed;
  const article = await findArticle(articleId);
  if (article?.purpose !== "manuscript") return notFound("article");
  const { id, title } = article;
  const claims = (await listClaimsOfArticle(id)).filter(
    ({ state, excluded }) => state !== "retired" && !excluded,
  );
  const { ready, signed } = manuscriptProgress(claims);
  const open = claims.length - signed;
  if (!ready) return ok({ article: { id, title }, box: null, open });
  const [approvals, changed] = await Promise.all([
    listApprovals(claims.map((claim) => claim.id)),
    countChangedClaims(claims.map((claim) => claim.id)),
  ]);
  const people = [
    ...claims.flatMap(({ createdBy, outcome }) => [createdBy, ...(outcome ? [outcome.givenBy] : [])]),
    ...approvals.map((approval) => approval.actor),
  ];
  // Two people can have one name, and both are shown.
  const names = [...new Map(people.map((person) => [person.id, person.name])).values()];
  const sources = new Set(claims.flatMap(({ evidence }) => evidence.map(({ source }) => source.id)));
  return ok({
    article: { id, title },
    box: checkBox({ claims: claims.length, sources: sources.size, changed, people: names }),
    open,
  });
}
