import type { RatingColour, RatingIcon, RatingUnderline } from "./rating";

/** What the signs of ratings are called, for those who choose them. */
export const colourLabels: Record<RatingColour, string> = {
  "deep-red": "Deep red",
  vermilion: "Vermilion",
  plum: "Plum",
  ochre: "Ochre",
  "steel-blue": "Steel blue",
  "deep-blue": "Deep blue",
  grey: "Grey",
  "light-grey": "Light grey",
};

export const underlineLabels: Record<RatingUnderline, string> = {
  thick: "Thick line",
  wavy: "Wavy line",
  double: "Double line",
  dashed: "Dashed line",
  thin: "Thin line",
  solid: "Plain line",
  dotted: "Dotted line",
  brackets: "Brackets",
};

export const iconLabels: Record<RatingIcon, string> = {
  cross: "Cross",
  "slanted-arrow": "Slanted arrow",
  pencil: "Pencil",
  "half-circle": "Half circle",
  "check-open": "Light tick",
  check: "Heavy tick",
  question: "Question mark",
  quote: "Quotation marks",
};
