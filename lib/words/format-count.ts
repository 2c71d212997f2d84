import { COUNT_LIMIT } from "@/lib/capped-count";
import { words } from "./words";

/** A count as shown: "412", or "1,000+" if there are more than lists count. */
export function formatCount(count: number): string {
  return count > COUNT_LIMIT
    ? words("common")("count.more", { limit: COUNT_LIMIT })
    : words("common")("count.exact", { count });
}
