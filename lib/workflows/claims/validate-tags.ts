import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { refusedTags } from "@/lib/settings/desk-settings";
import { invalid } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/** Refuses tags that are not on the desk's list if it allows no others. @param existing tags that the claim already has */
export async function validateTags(
  tx: Tx,
  tags: readonly string[],
  existing: readonly string[] = [],
): Promise<Result<null, Failure>> {
  if (tags.length === 0) return ok(null);
  const { tags: managed } = await readDeskSettings(tx);
  const refused = refusedTags(tags, managed, existing);
  if (refused.length === 0) return ok(null);
  const list = new Intl.ListFormat("en").format(refused.map((tag) => `“${tag}”`));
  const message = `The desk's list of tags does not include ${list}. Choose tags from the list, or ask an administrator to add them.`;
  return invalid(message, { tags: [message] });
}
