import { claimantKind } from "@/lib/claims/claimant-kind";
import { isRedacted } from "../redacted-mark";
import type { Report } from "../report";
import type { AppearanceData } from "./schema-org";

/** The article that was checked, as the work in which its claims appear. */
export function appearanceData({ article }: Report): AppearanceData {
  const { title, sourceUrl, publishedOn, byline, publisher } = article;
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
