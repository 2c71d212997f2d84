import { readFileSync } from "node:fs";
import {
  type Color,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  interpolate,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";
import { RATING_COLOURS } from "./rating";
import { ratingHues } from "./rating-signs";
import { scaleTemplates } from "./scale-templates";

const styles = readFileSync("components/ui/base.css", "utf8");

/** The values of a colour in the style sheet for the light and the dark theme. */
function pair(name: string): { light: string; dark: string } {
  const found = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(styles);
  if (!found) throw new Error(`base.css has no colour ${name}`);
  return { light: found[1] as string, dark: found[2] as string };
}

const themes = ["light", "dark"] as const;
const colour = (hex: string) => {
  const parsed = parse(hex);
  if (!parsed) throw new Error(`${hex} is not a colour`);
  return parsed;
};

describe.each(themes)("the rating colours in the %s theme", (theme) => {
  const paper = pair("paper")[theme];
  const ink = pair("ink")[theme];

  test.each(RATING_COLOURS)("%s is equal in the style sheet and in exports", (name) => {
    expect(pair(`rating-${name}`)[theme]).toBe(ratingHues[name][theme]);
  });

  test.each(RATING_COLOURS)(
    "%s has enough contrast on the background, and text has on its washes",
    (name) => {
      const hue = ratingHues[name][theme];
      expect(wcagContrast(hue, paper)).toBeGreaterThanOrEqual(4.5);
      // The wash of a mark, and the stronger one of the selected mark.
      for (const wash of [0.09, 0.24])
        expect(wcagContrast(ink, interpolate([paper, hue])(wash))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([
    ["all cones", (seen: Color) => seen],
    ["deuteranopia", filterDeficiencyDeuter(1)],
    ["protanopia", filterDeficiencyProt(1)],
    ["tritanopia", filterDeficiencyTrit(1)],
  ])("every pair is distinguishable with %s", (_, seen) => {
    const difference = differenceEuclidean("oklab");
    for (const a of RATING_COLOURS)
      for (const b of RATING_COLOURS) {
        if (a >= b) continue;
        const apart = difference(
          seen(colour(ratingHues[a][theme])) as Color,
          seen(colour(ratingHues[b][theme])) as Color,
        );
        expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(0.075);
      }
  });

  test.each(["ink", "ink-soft", "ink-faint", "accent", "danger", "good"])(
    "%s has enough contrast on every background",
    (name) => {
      for (const ground of ["paper", "paper-raised", "paper-sunk"])
        expect(wcagContrast(pair(name)[theme], pair(ground)[theme])).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test.each(scaleTemplates)(
  "no two ratings of the scale $name share an underline or an icon",
  ({ ratings }) => {
    expect(new Set(ratings.map((rating) => rating.underline)).size).toBe(ratings.length);
    expect(new Set(ratings.map((rating) => rating.icon)).size).toBe(ratings.length);
  },
);
