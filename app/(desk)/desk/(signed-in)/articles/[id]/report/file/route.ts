import { answerFile } from "@/app/(desk)/desk/answer-file";
import { actorForAction } from "@/lib/auth/find-actor";
import type { ArticleReportInput } from "@/lib/workflows/reports/export-article-report";
import { exportArticleReport } from "@/lib/workflows/reports/export-article-report";

interface Context {
  params: Promise<{ id: string }>;
}

/** The report of an article as a file: `of` draft or published, `format`, `paper`, `lang`, and `claims` for some of them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  const { of, format, paper, claims, lang } = Object.fromEntries(new URL(request.url).searchParams);
  const input = { articleId: (await params).id, of, format, paper, claims, lang } as ArticleReportInput;
  return answerFile(await exportArticleReport(actor.value, input));
}
