import { answerFile } from "@/app/(desk)/desk/answer-file";
import { actorForAction } from "@/lib/auth/find-actor";
import { exportProcessFigures } from "@/lib/workflows/figures/export-process-figures";

/** The figures of a period as a CSV file: `from`, `to`, and `person` for one person. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerFile(await exportProcessFigures(actor.value, query, new Date()));
}
