import { findArticlesNaming, listNamedSources } from "@/lib/db/read-publication";
import { findSourceNames } from "@/lib/db/source-names";
import { findSource } from "@/lib/db/sources";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { groupSources } from "@/lib/redactions/group-sources";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** An article with publications that still name a confidential source. */
export interface ProposedRedaction {
  articleId: string;
  title: string;
  /** Numbers of these publications. */
  publications: number[];
}

/** Where a source is still named although it is confidential; nothing for other sources. */
export async function proposeRedactions(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<ProposedRedaction[], Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, sourceId);
  if (!source) return notFound("source");
  if (!source.confidential) return ok([]);
  const names = await findSourceNames(source.id);
  const proposed: ProposedRedaction[] = [];
  for (const { id, title } of await findArticlesNaming(names)) {
    const matches = groupSources(await listNamedSources(id), names).filter(({ isMatch }) => isMatch);
    const publications = [...new Set(matches.flatMap(({ at }) => at.map((each) => each.publication)))];
    if (publications.length > 0)
      proposed.push({ articleId: id, title, publications: publications.sort((a, b) => a - b) });
  }
  return ok(proposed);
}
