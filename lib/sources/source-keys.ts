import { doiIn } from "./doi";
import { isDoiResolver, normaliseUrl } from "./normalise-url";

/** Keys that identify a source: no two sources that aren't confidential share either. */
export interface SourceKeys {
  urlKey: string | null;
  doi: string | null;
}

/**
 * The keys of a source. A URL of the DOI resolver also sets the DOI. Confidential sources have no keys: otherwise the confidential use
 * of a page would show up where it is cited openly.
 */
export function sourceKeysOf({
  url,
  doi,
  confidential,
}: {
  url: string | null;
  doi: string | null;
  confidential: boolean;
}): SourceKeys {
  if (confidential) return { urlKey: null, doi: null };
  const key = url === null ? null : normaliseUrl(url);
  const resolved = url !== null && key?.ok && isDoiResolver(new URL(url)) ? doiIn(url) : null;
  return { urlKey: key?.ok ? key.value : null, doi: doi ?? resolved };
}
