/** The signs a rating may be drawn with. Colour is never the only one: see docs/decisions. */
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
  /** Stable name in addresses, exports and style sheets: "needs-context". */
  key: string;
  label: string;
  /** One sentence that readers see. */
  definition: string;
  /** Place on the scale, 1 worst; null for ratings outside the numbers. Two ratings may share a value. */
  value: number | null;
  colour: RatingColour;
  underline: RatingUnderline;
  icon: RatingIcon;
}

export interface RatingScale {
  name: string;
  version: number;
  /** In the order that they are offered: worst to best, then those outside the numbers. */
  ratings: Rating[];
}
