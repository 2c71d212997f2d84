import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES, type Rating } from "@/lib/ratings/rating";
import { freeSign, ratingKeyFor } from "@/lib/ratings/scale-input";

/** A rating as it is typed. */
export interface RatingDraft extends Omit<Rating, "key" | "value"> {
  /** Tells rows apart while they are moved. */
  id: string;
  /** Of a rating that is stored: its key is fixed. Null for a new one, whose key is made of its label. */
  key: string | null;
  /** As it is typed; empty for a rating outside the numbers. */
  value: string;
}

export function draftsOf(ratings: readonly Rating[]): RatingDraft[] {
  return ratings.map((rating) => ({
    ...rating,
    id: rating.key,
    value: rating.value === null ? "" : String(rating.value),
  }));
}

/** A row for a rating that is new, with signs that are still free. */
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

/** The rows with one of them moved by so many places. */
export function moved(drafts: readonly RatingDraft[], id: string, by: number): RatingDraft[] {
  const from = drafts.findIndex((each) => each.id === id);
  const to = from + by;
  const after = [...drafts];
  const [row] = from === -1 || to < 0 || to >= drafts.length ? [] : after.splice(from, 1);
  if (row) after.splice(to, 0, row);
  return after;
}

/** The ratings that the rows make, in their order; new ones get keys of their labels. */
export function ratingsOf(drafts: readonly RatingDraft[]): Rating[] {
  const taken = drafts.flatMap(({ key }) => key ?? []);
  return drafts.map(({ id: _, key: fixed, value, ...rest }) => {
    const key = fixed ?? ratingKeyFor(rest.label, taken);
    if (fixed === null) taken.push(key);
    // A value that is no number goes to the server as it is no number: it says so at the field.
    return { ...rest, key, value: value.trim() === "" ? null : Number(value) };
  });
}
