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
  const key = normaliseUrl(url ?? "");
  if (url === null || !key.ok) return { urlKey: null, doi };
  return { urlKey: key.value, doi: doi ?? (isDoiResolver(new URL(url)) ? doiIn(url) : null) };
}
