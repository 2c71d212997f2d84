import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import type { Flag } from "./flag";

/** Why someone should look at a claim or an article again, as one sentence. @param language BCP 47 */
export function describeFlag(
  { kind, source, cause, detail, madeAt }: Pick<Flag, "kind" | "source" | "cause" | "detail" | "madeAt">,
  language?: string,
): string {
  const t = words("watching", language);
  const day = formatDate(madeAt.slice(0, 10), language);
  switch (kind) {
    case "review_due":
      return t("reason.review_due", {
        day: detail.reviewOn ? formatDate(detail.reviewOn, language) : day,
        reason: detail.reason ?? "",
      });
    case "page_changed":
    case "excerpt_gone":
      return t(`reason.${kind}`, { source: source ? `“${source.title}”` : t("aSource"), day });
    case "family_changed":
      return t("reason.family_changed", {
        what: detail.changed?.length === 1 ? (detail.changed[0] ?? "both") : "both",
        article: `“${cause?.articleTitle ?? ""}”`,
        day,
      });
    case "idle":
      return t("reason.idle", { days: detail.days ?? 0 });
  }
}
