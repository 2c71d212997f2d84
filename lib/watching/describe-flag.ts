import type { Dates } from "@/lib/personal/dates";
import { words } from "@/lib/words/words";
import type { Flag } from "./flag";

/** Why someone should look at a claim or an article again, as one sentence. */
export function describeFlag(
  { kind, source, cause, detail, madeAt }: Pick<Flag, "kind" | "source" | "cause" | "detail" | "madeAt">,
  dates: Pick<Dates, "date" | "day">,
): string {
  const t = words("watching");
  const day = dates.day(madeAt);
  switch (kind) {
    case "review_due":
      return t("reason.review_due", {
        day: detail.reviewOn ? dates.date(detail.reviewOn) : day,
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
