import { answerFile } from "@/app/(desk)/desk/answer-file";
import { actorForAction } from "@/lib/auth/find-actor";
import { downloadReport } from "@/lib/workflows/reports/jobs/get-report-job";

/** The file of a report that was made in the background. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  return answerFile(await downloadReport(actor.value, { jobId: (await params).id }));
}
