import { useWords } from "@/components/words/use-words";

/** Leads to the form by which readers report an error in an article or a claim. */
export function ReportErrorLink({ slug, claim }: { slug: string; claim?: number }) {
  const t = useWords("sitePages");
  const query = new URLSearchParams({
    want: "error",
    article: slug,
    ...(claim !== undefined && { claim: String(claim) }),
  });
  return (
    <a href={`/contact?${query}`} rel="nofollow">
      {t("reportError")}
    </a>
  );
}
