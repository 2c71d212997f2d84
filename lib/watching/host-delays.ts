/**
 * Spreads requests, so that no site gets two within some seconds of each other. Those that do not fit are left for another time.
 * @param gapSeconds between two requests to one site
 * @param mostPerHost requests to one site
 * @returns the seconds to wait by id
 */
export function delaysByHost(
  pages: readonly { id: string; url: string }[],
  { gapSeconds, mostPerHost }: { gapSeconds: number; mostPerHost: number },
): Map<string, number> {
  const counts = new Map<string, number>();
  const delays = new Map<string, number>();
  for (const { id, url } of pages) {
    const host = hostOf(url);
    const count = host === null ? mostPerHost : (counts.get(host) ?? 0);
    if (host === null || count >= mostPerHost) continue;
    counts.set(host, count + 1);
    delays.set(id, count * gapSeconds);
  }
  return delays;
}

/** The site of an address, "example.org:8080"; null if it has none. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host.toLowerCase() || null : null;
}
