"use client";

import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";

/** The way to a report of the selected claims. */
export function SelectedReport({ chosen }: { chosen: readonly Claim[] }) {
  const t = useWords("reports");
  const [first] = chosen;
  if (!first || first.purpose === "manuscript") return null;
  const claims = chosen.map(({ number }) => number).join(",");
  return (
    <p>
      <a href={`/desk/articles/${first.articleId}/report?${new URLSearchParams({ claims })}`}>
        {t("selected")}
      </a>
    </p>
  );
}
