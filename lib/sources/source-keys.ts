import { doiIn } from "./doi";
import { isDoiResolver, normaliseUrl } from "./normalise-url";

/** What a source is known by: no two that may be named share either. */
export interface SourceKeys {
  urlKey: string | null;
  doi: string | null;
}

/**
 * What a source with these fields is known by. An address at which a DOI is resolved says the DOI as well. Confidential sources are not
 * found at all: a secret use of a page must not show where it is cited openly.
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
