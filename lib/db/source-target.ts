import type { SourceTarget } from "@/lib/policies/can";
import { isUuid } from "./is-uuid";
import { clientOf } from "./transaction";

/** What policies need to know about a source, if it exists. */
export async function findSourceTarget(id: string): Promise<SourceTarget | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf().source.findUnique({
    where: { id },
    select: {
      confidential: true,
      evidence: { where: { claim: { deletedAt: null } }, select: { claim: { select: { articleId: true } } } },
    },
  });
  return (
    row && {
      confidential: row.confidential,
      citedIn: [...new Set(row.evidence.map(({ claim }) => claim.articleId))],
    }
  );
}
