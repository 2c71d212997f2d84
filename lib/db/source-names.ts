import type { SourceNames } from "@/lib/redactions/group-sources";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

/** How many sources that were merged into one another are followed. */
const MAX_MERGED = 50;

/**
 * Everything that a source is and was called, by the audit log: its own titles and addresses and those of sources that were merged into
 * it. For editors, who look for it in publications.
 */
export async function findSourceNames(sourceId: string, tx?: Tx): Promise<SourceNames> {
  if (!isUuid(sourceId)) return { ids: [], titles: [], urls: [] };
  const client = clientOf(tx);
  const ids = new Set([sourceId]);
  const titles = new Set<string>();
  const urls = new Set<string>();
  const add = (value: unknown) => {
    if (value === null || typeof value !== "object") return;
    const { title, url, merged } = value as Record<string, unknown>;
    if (typeof title === "string") titles.add(title);
    if (typeof url === "string") urls.add(url);
    if (merged === null || typeof merged !== "object") return;
    add(merged);
    const { id } = merged as Record<string, unknown>;
    if (typeof id === "string" && ids.size < MAX_MERGED) ids.add(id);
  };
  add(await client.source.findUnique({ where: { id: sourceId }, select: { title: true, url: true } }));
  // The set grows while it is walked.
  for (const id of ids) {
    const events = await client.auditEvent.findMany({
      where: { targetType: "source", targetId: id },
      select: { from: true, to: true },
    });
    for (const { from, to } of events) {
      add(from);
      add(to);
    }
  }
  return { ids: [...ids], titles: [...titles], urls: [...urls] };
}
