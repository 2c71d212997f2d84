import { changeUrlKey, listUrlKeys } from "@/lib/db/known-sources";
import { normaliseUrl } from "@/lib/sources/normalise-url";

/**
 * Updates the stored keys of sources to the current normal form of their addresses, which changes between releases. If two sources turn
 * out to be the same, the second stays unchanged until someone merges them.
 */
export async function rekeySources(): Promise<void> {
  for (const { id, url, urlKey } of await listUrlKeys()) {
    const key = normaliseUrl(url);
    if (key.ok && key.value !== urlKey) await changeUrlKey(id, urlKey, key.value);
  }
}
