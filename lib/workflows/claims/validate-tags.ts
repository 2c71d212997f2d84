import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { refusedTags } from "@/lib/settings/desk-settings";
import { invalid } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/** Refuses tags that the desk's list does not have, where it allows no others. @param kept tags that the claim has already */
export async function validateTags(
  tx: Tx,
  tags: readonly string[],
  kept: readonly string[] = [],
): Promise<Result<null, Failure>> {
  if (tags.length === 0) return ok(null);
  const { tags: managed } = await readDeskSettings(tx);
  const refused = refusedTags(tags, managed, kept);
  if (refused.length === 0) return ok(null);
  const words = new Intl.ListFormat("en").format(refused.map((tag) => `“${tag}”`));
  const message = `The desk's list of tags does not have ${words}. Choose from the list, or ask an administrator to add to it.`;
  return invalid(message, { tags: [message] });
}
