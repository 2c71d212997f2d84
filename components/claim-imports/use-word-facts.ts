import { useDates } from "@/components/dates/dates-context";
import { useWords } from "@/components/words/use-words";

/** Who wrote something into a Word file and when, with further facts: "Bo Lind · 3 February 2026 · On claim 7". */
export function useWordFacts() {
  const t = useWords("claimImports");
  const dates = useDates();
  return (author: string, at: string | null, ...others: (string | false)[]): string => {
    const day = at !== null && /^\d{4}-\d{2}-\d{2}/.test(at) ? dates.date(at.slice(0, 10)) : null;
    return [author || t("word.unnamed"), day, ...others].filter(Boolean).join(" · ");
  };
}
