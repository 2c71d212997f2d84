import type { ListedScale } from "@/lib/db/scales";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { notFound } from "@/lib/workflows/refusals";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";

/** A version of a scale, by its id. */
export async function readScale(actor: Actor, id: string): Promise<Result<ListedScale, Failure>> {
  const all = await listScalesOfDesk(actor);
  if (!all.ok) return all;
  const scale = all.value.find((each) => each.id === id);
  return scale ? ok(scale) : notFound("scale");
}
