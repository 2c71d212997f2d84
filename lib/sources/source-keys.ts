import { doiIn } from "./doi";
import { isDoiResolver, normaliseUrl } from "./normalise-url";
import { titleKeyOf } from "./title-key";

/** Keys by which a source is found when it is entered again. No two sources that aren't confidential share an address or a DOI. */
export interface SourceKeys {
  urlKey: string | null;
  doi: string | null;
  /** Two sources can share it. */
  titleKey: string | null;
}

/**
 * The keys of a source. A URL of the DOI resolver also sets the DOI. Confidential sources have no keys: otherwise the confidential use
 * of a page would show up where it is cited openly.
 */
export function sourceKeysOf({
  url,
  doi,
  title,
  confidential,
}: {
  url: string | null;
  doi: string | null;
  title: string;
  confidential: boolean;
}): SourceKeys {
  if (confidential) return { urlKey: null, doi: null, titleKey: null };
  const titleKey = titleKeyOf(title);
  const key = normaliseUrl(url ?? "");
  if (url === null || !key.ok) return { urlKey: null, doi, titleKey };
  return { titleKey, urlKey: key.value, doi: doi ?? (isDoiResolver(new URL(url)) ? doiIn(url) : null) };
}
