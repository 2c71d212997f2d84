import type { Rating } from "@/lib/ratings/rating";

/** A claim that another one is connected with, as the current publication of its article shows it. */
export interface RelatedClaim {
  article: { slug: string; title: string };
  number: number;
  statement: string;
  rating: Rating;
}
