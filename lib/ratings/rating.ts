/** The signs of a rating. Colour is never the only one: see docs/decisions. */
export const RATING_COLOURS = [
  "deep-red",
  "vermilion",
  "plum",
  "ochre",
  "steel-blue",
  "deep-blue",
  "grey",
  "light-grey",
] as const;
export const RATING_UNDERLINES = [
  "thick",
  "wavy",
  "double",
  "dashed",
  "thin",
  "solid",
  "dotted",
  "brackets",
] as const;
export const RATING_ICONS = [
  "cross",
  "slanted-arrow",
  "pencil",
  "half-circle",
  "check-open",
  "check",
  "question",
  "quote",
] as const;

export type RatingColour = (typeof RATING_COLOURS)[number];
export type RatingUnderline = (typeof RATING_UNDERLINES)[number];
export type RatingIcon = (typeof RATING_ICONS)[number];

/** One step of a scale. */
export interface Rating {
  /** Stable name in URLs, exports and style sheets, such as "needs-context". */
  key: string;
  label: string;
  /** One sentence, shown to readers. */
  definition: string;
  /** Score, 1 worst; null for unscored ratings. Two ratings can share a score. */
  value: number | null;
  colour: RatingColour;
  underline: RatingUnderline;
  icon: RatingIcon;
}

export interface RatingScale {
  name: string;
  version: number;
  /** In display order: worst to best, then the unscored ones. */
  ratings: Rating[];
}
