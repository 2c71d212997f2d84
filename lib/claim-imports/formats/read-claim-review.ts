import {
  dayOf,
  isObject,
  type JsonObject,
  listOf,
  objectsIn,
  shortened,
  textOf,
  textsIn,
  webAddressOf,
} from "../loose-json";
import { rationaleOf } from "../rationale-doc";
import { BLANK_CLAIM, type ReadClaim } from "../read-claim";

/** Lists in lists that are followed: a feed of items of lists. */
const MAX_DEPTH = 6;

/** Whether a JSON document has schema.org ClaimReviews: one, a list, a graph or a DataFeed. */
export function isClaimReviews(json: unknown): boolean {
  return isObject(json) && isOfType(json, "DataFeed") ? true : reviewsIn(json).length > 0;
}

/** The checked claims of ClaimReviews. Each cites the review itself, so that the desk knows where the verdict comes from. */
export function readClaimReviews(json: unknown): ReadClaim[] {
  return reviewsIn(json).map((review) => {
    const statement = textOf(review.claimReviewed) ?? "";
    const [item] = objectsIn(review.itemReviewed);
    const [author] = objectsIn(item?.author);
    const name = textOf(author?.name);
    const url = webAddressOf(review.url);
    const checker = textOf(objectsIn(review.author)[0]?.name);
    const label = ratingOf(review);
    return {
      ...BLANK_CLAIM,
      id: textOf(review["@id"]) ?? url,
      // Often the words of the article, if not, they help an editor to find the passage.
      place: {
        quote: statement === "" ? null : { exact: statement, prefix: "", suffix: "" },
        position: null,
      },
      statement,
      claimant:
        author && name !== null
          ? {
              name,
              kind: isOfType(author, "Person")
                ? "person"
                : isOfType(author, "Organization")
                  ? "organisation"
                  : null,
              role: textOf(author.jobTitle),
              sameAs: textsIn(author.sameAs).filter((each) => webAddressOf(each) !== null),
            }
          : null,
      claimedOn: dayOf(item?.datePublished),
      rating: label === null ? null : { key: null, label },
      rationale: rationaleOf(textOf(review.reviewBody) ?? textOf(review.description)),
      evidence:
        url === null
          ? []
          : [
              {
                stance: "context",
                excerpt: null,
                note: null,
                accessedOn: null,
                archiveUrl: null,
                source: {
                  url,
                  title: shortened(textOf(review.headline) ?? textOf(review.name) ?? (statement || url), 500),
                  publisher: checker === null ? null : shortened(checker, 300),
                  publishedOn: dayOf(review.datePublished),
                  kind: "article",
                },
              },
            ],
    };
  });
}

function reviewsIn(json: unknown, depth = 0): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  return objectsIn(Array.isArray(json) ? json.flat() : json).flatMap((value) => {
    if (isOfType(value, "ClaimReview")) return [value];
    return ["@graph", "dataFeedElement", "item", "itemListElement"].flatMap((name) =>
      reviewsIn(value[name], depth + 1),
    );
  });
}

/** Its words; if it has none, its number: "2 of 5". */
function ratingOf({ reviewRating }: JsonObject): string | null {
  const [rating] = objectsIn(reviewRating);
  if (!rating) return null;
  const value = textOf(rating.ratingValue);
  const best = textOf(rating.bestRating);
  return (
    textOf(rating.alternateName) ?? textOf(rating.name) ?? (value && best ? `${value} of ${best}` : value)
  );
}

function isOfType(value: JsonObject, type: string): boolean {
  return listOf(value["@type"]).some(
    (each) => each === type || each === `https://schema.org/${type}` || each === `http://schema.org/${type}`,
  );
}
