import { answerFile } from "@/app/(desk)/desk/answer-file";
import { actorForAction } from "@/lib/auth/find-actor";
import { exportDigest } from "@/lib/workflows/reports/export-digest";

/** The report of a period as a file: `from`, `to`, `format`, `paper`, `lang`, and `topic`, `claimant`, `rating` for some claims. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return answerFile(actor);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerFile(await exportDigest(actor.value, query));
}
