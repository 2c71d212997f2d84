import { changeUrlKey, listUrlKeys } from "@/lib/db/known-sources";
import { normaliseUrl } from "@/lib/sources/normalise-url";

/**
 * Has sources found by the normal form that their addresses have today: which addresses count as the same is learnt with time. Where two
 * turn out to be the same, the second stays as it is until somebody merges them.
 */
export async function rekeySources(): Promise<void> {
  for (const { id, url, urlKey } of await listUrlKeys()) {
    const key = normaliseUrl(url);
    if (key.ok && key.value !== urlKey) await changeUrlKey(id, urlKey, key.value);
  }
}
