import { answerFile } from "@/app/(desk)/desk/answer-file";
import { answerReport } from "@/app/(desk)/desk/answer-report";
import { actorForAction } from "@/lib/auth/find-actor";
import type { ArticleReportInput } from "@/lib/workflows/reports/export-article-report";
import { exportArticleReport } from "@/lib/workflows/reports/export-article-report";
import type { DossierInput } from "@/lib/workflows/reports/export-dossier";
import { requestReport } from "@/lib/workflows/reports/jobs/request-report";

interface Context {
  params: Promise<{ id: string }>;
}

/** The report of an article as a file: `of` draft, published or dossier, `format`, `paper`, `lang`, and `claims` for some of them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  const { of, format, paper, claims, lang } = Object.fromEntries(new URL(request.url).searchParams);
  if (of === "dossier")
    return answerReport(
      await requestReport(actor.value, {
        kind: "dossier",
        options: { articleId: (await params).id, format, paper } as DossierInput,
      }),
    );
  const input = { articleId: (await params).id, of, format, paper, claims, lang } as ArticleReportInput;
  return answerFile(await exportArticleReport(actor.value, input));
}
