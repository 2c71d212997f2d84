import { claimantKind } from "@/lib/claimants/claimant-kind";
import { isRedacted } from "../redacted-mark";
import type { Report } from "../report";
import type { AppearanceData } from "./schema-org";

/**
 * The article that was checked, as the work in which its claims appear.
 * @param carriedBy who carried a claim, if that is known: they published it there
 */
export function appearanceData({ article }: Report, carriedBy: string | null = null): AppearanceData {
  const { title, sourceUrl, publishedOn, byline } = article;
  const publisher = carriedBy ?? article.publisher;
  const isKnown = (name: string | null): name is string => name !== null && name !== "" && !isRedacted(name);
  return {
    "@type": "Article",
    headline: title,
    ...(sourceUrl && { url: sourceUrl }),
    ...(publishedOn && { datePublished: publishedOn }),
    ...(isKnown(byline) &&
      claimantKind(byline) === "person" && { author: { "@type": "Person", name: byline } }),
    ...(isKnown(publisher) && { publisher: { "@type": "Organization", name: publisher } }),
  };
}
