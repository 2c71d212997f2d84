import type { Report } from "./report";

/**
 * Who published a report: the organisation that was frozen into it, or else the host of its address. The software's name is never the
 * publisher's.
 * @param page public URL of a page of the report
 */
export function publisherOf({ organisation }: Report, page: string): { name: string; url: string } {
  const home = new URL("/", page);
  return { name: organisation?.name ?? home.hostname, url: organisation?.url ?? home.href };
}
