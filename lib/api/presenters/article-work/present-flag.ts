import type { z } from "zod";
import type { Flag } from "@/lib/watching/flag";
import type { flagSchema } from "../../schemas/article-work/watching";

export function presentFlag(flag: Flag): z.output<typeof flagSchema> {
  const { id, kind, article, claim, source, cause, owner, detail, madeAt } = flag;
  return {
    id,
    kind,
    article: { id: article.id, title: article.title },
    claim: claim && {
      id: claim.id,
      number: claim.number,
      statement: claim.statement,
      state: claim.state,
      revision: claim.revision,
    },
    source: source && { id: source.id, title: source.title },
    cause: cause && {
      id: cause.id,
      number: cause.number,
      articleId: cause.articleId,
      articleTitle: cause.articleTitle,
    },
    owner: owner && { id: owner.id, name: owner.name },
    reviewOn: detail.reviewOn ?? null,
    reason: detail.reason ?? null,
    lostExcerpts: detail.lost ?? [],
    changed: detail.changed ?? [],
    madeAt,
  };
}
