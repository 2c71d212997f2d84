import { COUNT_LIMIT } from "@/lib/capped-count";
import { words } from "./words";

/** A count as shown: "412", or "1,000+" if there are more than lists count. @param language BCP 47 */
export function formatCount(count: number, language = "en"): string {
  const t = words("report", language);
  return count > COUNT_LIMIT ? t("count.more", { limit: COUNT_LIMIT }) : t("count.exact", { count });
}
