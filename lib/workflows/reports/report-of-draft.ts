import { type Claim, isSigned } from "@/lib/claims/claim";
import type { Article } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Report } from "@/lib/reports/report";
import { ok, type Result } from "@/lib/result";
import { buildDraftReport, MANUSCRIPT } from "@/lib/workflows/publication/draft-report";
import { invalid } from "@/lib/workflows/refusals";

/**
 * The Report of an article as it is now, with every claim that has a verdict, approved or not. Confidential sources are described only, as in
 * public. Fails for a manuscript, which has no report.
 */
export async function reportOfDraft(tx: Tx, article: Article): Promise<Result<Report, Failure>> {
  if (article.purpose === "manuscript") return invalid(MANUSCRIPT);
  const claims = (await listClaimsOfArticle(article.id, tx)).filter(
    ({ excluded, state }) => !excluded && state !== "retired",
  );
  const shown = claims.filter(isReportable);
  return ok({
    ...(await buildDraftReport(tx, article, shown)),
    status: "draft",
    unfinished: {
      unapproved: numbersOf(shown.filter((claim) => !isSigned(claim))),
      missing: numbersOf(claims.filter((claim) => !isReportable(claim))),
    },
  });
}

/** Whether a report can show it: it has a verdict and a position in the text. */
function isReportable({ verdict, anchor }: Claim): boolean {
  return verdict !== null && anchor.outcome !== "orphaned";
}

function numbersOf(claims: readonly Claim[]): number[] {
  return claims.map(({ number }) => number).sort((a, b) => a - b);
}
