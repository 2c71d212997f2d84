import type { RatingColour, RatingIcon } from "./rating";

/** A stroke of an icon on a 16 × 16 grid, drawn with the current colour. */
export interface IconStroke {
  /** SVG path data. */
  d: string;
  /** In grid units. */
  width: number;
  /** Filled instead of stroked. */
  filled?: true;
}

/** The rating icons, shared by pages, marks and exports. */
export const iconStrokes: Record<RatingIcon, readonly IconStroke[]> = {
  cross: [{ d: "M4 4l8 8M12 4l-8 8", width: 1.8 }],
  "slanted-arrow": [{ d: "M4 12C4 7 7 5 12 5M9 2.5L12 5 9.5 8", width: 1.8 }],
  pencil: [{ d: "M3.5 12.5l.6-2.8L10.8 3l2.2 2.2-6.7 6.7zM9.3 4.5l2.2 2.2", width: 1.8 }],
  "half-circle": [
    { d: "M13 8a5 5 0 1 1-10 0a5 5 0 0 1 10 0z", width: 1.8 },
    { d: "M8 3a5 5 0 0 1 0 10z", width: 0, filled: true },
  ],
  "check-open": [{ d: "M3.5 8.5l3 3 6-7", width: 1.4 }],
  check: [{ d: "M3.5 8.5l3 3 6-7", width: 2.6 }],
  question: [{ d: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.4v.1", width: 1.8 }],
  quote: [
    {
      d: "M4 10.5V7.8C4 6 5 5 6.5 4.5M9.5 10.5V7.8C9.5 6 10.5 5 12 4.5M4 8.5h2.5v2H4zM9.5 8.5H12v2H9.5z",
      width: 1.8,
    },
  ],
};

/**
 * The rating colours for the light and the dark theme; must equal those in components/ui/base.css. Each has a contrast of at least 4.5 : 1
 * (WCAG 1.4.3) on its background, and every pair differs by at least 0.075 in Oklab, also in simulated deuteranopia, protanopia and
 * tritanopia. Even so, colour is never the only sign of a rating.
 */
export const ratingHues: Record<RatingColour, { light: string; dark: string }> = {
  "deep-red": { light: "#9d1326", dark: "#fe6c5d" },
  vermilion: { light: "#c23121", dark: "#f1986f" },
  plum: { light: "#7e4a8b", dark: "#ca92ca" },
  ochre: { light: "#8c6400", dark: "#e3c45b" },
  "steel-blue": { light: "#0071b5", dark: "#98ccf6" },
  "deep-blue": { light: "#013e90", dark: "#79acfe" },
  grey: { light: "#525354", dark: "#bababb" },
  "light-grey": { light: "#6b6d6f", dark: "#909294" },
};
