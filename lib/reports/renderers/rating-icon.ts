import type { Rating } from "@/lib/ratings/rating";
import { iconStrokes, ratingHues } from "@/lib/ratings/rating-signs";

/** The icon of a rating as a picture of its own (SVG), in its colour on a light ground. */
export function ratingIcon({ icon, colour }: Pick<Rating, "icon" | "colour">): string {
  const hue = ratingHues[colour].light;
  const strokes = iconStrokes[icon].map(({ d, width, filled }) =>
    filled
      ? `<path d="${d}" fill="${hue}" stroke="none"/>`
      : `<path d="${d}" stroke-width="${width}" fill="none"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 1 14 14" stroke="${hue}" stroke-linecap="round" stroke-linejoin="round">${strokes.join("")}</svg>`;
}
