import type { MarkedRating } from "@/lib/syndication/page-marks";

/** Names of highlights: of the claim whose card is open, and of the claims with a rating, by its index. */
export const ACTIVE = "obelus-active";
export const nameOf = (rating: number) => `obelus-${rating}`;

const LINES: Readonly<Record<MarkedRating["underline"], string>> = {
  thick: "solid 3px",
  wavy: "wavy 1.5px",
  double: "double 1.5px",
  dashed: "dashed 2px",
  thin: "solid 1px",
  solid: "solid 2px",
  dotted: "dotted 2px",
  brackets: "dotted 1px",
};

/** The style sheet of the marks: underlines as in our own pages, with a faint wash. @param isDark whether the page is dark */
export function markStyles(ratings: readonly MarkedRating[], isDark: boolean): string {
  const rules = ratings.map(({ hues, underline }, rating) => {
    const hue = isDark ? hues.dark : hues.light;
    return `::highlight(${nameOf(rating)}){text-decoration:underline ${LINES[underline]} ${hue};text-underline-offset:.2em;background-color:color-mix(in srgb,${hue} 8%,transparent)}`;
  });
  return `${rules.join("")}::highlight(${ACTIVE}){background-color:color-mix(in srgb,${isDark ? "#fff" : "#7a1f2b"} 18%,transparent)}@media print{::highlight(${ACTIVE}){background-color:transparent}}`;
}
