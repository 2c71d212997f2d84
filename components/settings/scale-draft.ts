import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES, type Rating } from "@/lib/ratings/rating";
import { freeSign, ratingKeyFor } from "@/lib/ratings/scale-input";

/** A rating while it is edited. */
export interface RatingDraft extends Omit<Rating, "key" | "value"> {
  /** Identifies the row while rows move. */
  id: string;
  /** The fixed key of a stored rating. Null for a new one, whose key is made from its label. */
  key: string | null;
  /** As typed; empty for an unscored rating. */
  value: string;
}

export function draftsOf(ratings: readonly Rating[]): RatingDraft[] {
  return ratings.map((rating) => ({
    ...rating,
    id: rating.key,
    value: rating.value === null ? "" : String(rating.value),
  }));
}

/** Whether a stored value is a row: every sign must be one that this build knows. */
export function isRatingDraft(value: unknown): value is RatingDraft {
  if (typeof value !== "object" || value === null) return false;
  const row = value as Record<string, unknown>;
  const isOneOf = (field: string, known: readonly string[]) => known.some((each) => each === row[field]);
  return (
    ["id", "label", "definition", "value"].every((field) => typeof row[field] === "string") &&
    (row.key === null || typeof row.key === "string") &&
    isOneOf("colour", RATING_COLOURS) &&
    isOneOf("underline", RATING_UNDERLINES) &&
    isOneOf("icon", RATING_ICONS)
  );
}

/** A row for a new rating, with signs that no other row uses. */
export function newRating(drafts: readonly RatingDraft[], id: string): RatingDraft {
  return {
    id,
    key: null,
    label: "",
    definition: "",
    value: "",
    colour: freeSign("colour", RATING_COLOURS, drafts),
    underline: freeSign("underline", RATING_UNDERLINES, drafts),
    icon: freeSign("icon", RATING_ICONS, drafts),
  };
}

/** The rows with one of them moved. @param by rows to move it down; negative to move it up */
export function moved(drafts: readonly RatingDraft[], id: string, by: number): RatingDraft[] {
  const from = drafts.findIndex((each) => each.id === id);
  const to = from + by;
  const after = [...drafts];
  const [row] = from === -1 || to < 0 || to >= drafts.length ? [] : after.splice(from, 1);
  if (row) after.splice(to, 0, row);
  return after;
}

/** The ratings in the rows, in order. New ones get keys from their labels. */
export function ratingsOf(drafts: readonly RatingDraft[]): Rating[] {
  const usedKeys = drafts.flatMap(({ key }) => key ?? []);
  return drafts.map(({ id: _, key: storedKey, value, ...rest }) => {
    const key = storedKey ?? ratingKeyFor(rest.label, usedKeys);
    if (storedKey === null) usedKeys.push(key);
    // Text that is not a number becomes NaN, which the server refuses with a message for this field.
    return { ...rest, key, value: value.trim() === "" ? null : Number(value) };
  });
}
