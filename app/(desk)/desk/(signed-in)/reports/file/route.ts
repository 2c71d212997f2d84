import { answerFile } from "@/app/(desk)/desk/answer-file";
import { answerReport } from "@/app/(desk)/desk/answer-report";
import { actorForAction } from "@/lib/auth/find-actor";
import { requestReport } from "@/lib/workflows/reports/jobs/request-report";

/** The report of a period as a file: `from`, `to`, `format`, `paper`, `lang`, and `topic`, `claimant`, `rating` for some claims. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  const options = Object.fromEntries(new URL(request.url).searchParams);
  return answerReport(await requestReport(actor.value, { kind: "digest", options }));
}
