import type { NamedSource } from "./named-sources";

/** What a source of the library is and was called. */
export interface SourceNames {
  /** Includes those of sources merged into it. */
  ids: readonly string[];
  titles: readonly string[];
  urls: readonly string[];
}

/** A source as several publications name it in the same way. */
export interface SourceGroup {
  /** Unique in a list, and the same when the list is read again. */
  key: string;
  title: string;
  authors: readonly string[];
  publisher: string | null;
  url: string | null;
  at: { publication: number; source: number }[];
  /** Whether its id, its address or, without them, its title is one of the source that an editor wants to redact. */
  isMatch: boolean;
}

/**
 * Groups what publications name by what readers see of it: title, authors, publisher and address. An editor confirms which groups are
 * one source, because earlier Reports carry no ids.
 * @param names of the source that an editor wants to redact; null to mark none
 */
export function groupSources(sources: readonly NamedSource[], names: SourceNames | null): SourceGroup[] {
  const groups = new Map<string, SourceGroup>();
  for (const { publication, source, id, title, authors, publisher, url } of sources) {
    const key = JSON.stringify([title, authors, publisher, url]);
    const group = groups.get(key) ?? { key, title, authors, publisher, url, at: [], isMatch: false };
    groups.set(key, group);
    group.at.push({ publication, source });
    group.isMatch ||= names !== null && isNamed({ id, title, url }, names);
  }
  return [...groups.values()];
}

/** Many sources share a title, so it counts only if a publication has no id and no address of the source. */
function isNamed({ id, title, url }: Pick<NamedSource, "id" | "title" | "url">, names: SourceNames): boolean {
  if (id !== null && names.ids.includes(id)) return true;
  return url === null ? id === null && names.titles.includes(title) : names.urls.includes(url);
}
