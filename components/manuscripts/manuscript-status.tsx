import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { manuscriptProgress } from "@/lib/manuscripts/manuscript-progress";

/** What is open in a manuscript: "2 queries open", "1 answered", "3 suggested wordings". */
export function ManuscriptStatus({ claims }: { claims: readonly Claim[] }) {
  const t = useWords("manuscripts");
  const { queries, answered, suggestions, ready } = manuscriptProgress(claims);
  const parts = [
    t("purpose.manuscript"),
    ready && t("progress.ready"),
    queries > 0 && t("progress.queries", { count: queries }),
    answered > 0 && t("progress.answered", { count: answered }),
    suggestions > 0 && t("progress.suggestions", { count: suggestions }),
  ].filter((part) => part !== false);
  return parts.map((part) => <span key={part}>{part} </span>);
}
