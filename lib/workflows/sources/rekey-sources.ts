import { changeUrlKey, listTitlesWithoutKey, listUrlKeys, setTitleKeys } from "@/lib/db/known-sources";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import { titleKeyOf } from "@/lib/sources/title-key";

/** Titles read at a time. */
const BATCH_SIZE = 1000;

/**
 * Updates the stored keys of sources to the current normal form of their addresses, which changes between releases. If two sources turn
 * out to be the same, the second stays unchanged until someone merges them. Titles of earlier releases get the key that they lack.
 */
export async function rekeySources(): Promise<void> {
  for (const { id, url, urlKey } of await listUrlKeys()) {
    const key = normaliseUrl(url);
    if (key.ok && key.value !== urlKey) await changeUrlKey(id, urlKey, key.value);
  }
  await addTitleKeys();
}

async function addTitleKeys(): Promise<void> {
  let after: string | null = null;
  do {
    const titles = await listTitlesWithoutKey(BATCH_SIZE, after);
    await setTitleKeys(
      titles.flatMap(({ id, title }) => {
        const titleKey = titleKeyOf(title);
        return titleKey ? [{ id, title, titleKey }] : [];
      }),
    );
    after = titles.at(-1)?.id ?? null;
  } while (after !== null);
}
