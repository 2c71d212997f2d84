import { z } from "zod";
import { required } from "@/lib/input-fields";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES, type Rating } from "./rating";

/** Each rating of a scale has a line and an icon of its own, and there are no more of them. */
export const MAX_RATINGS = RATING_UNDERLINES.length;

const rating = z.object({
  key: z
    .string()
    .max(60, "The key has more than 60 characters. Shorten it.")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A key has small letters, digits and dashes: needs-context."),
  label: required("The label", 60, "Give the rating a label."),
  definition: required("The definition", 400, "Say in a sentence what the rating means."),
  value: z
    .int("Give a whole number from 1 to 100, or none.")
    .min(1, "Give a whole number from 1 to 100, or none.")
    .max(100, "Give a whole number from 1 to 100, or none.")
    .nullable(),
  colour: z.enum(RATING_COLOURS, "Choose a colour."),
  underline: z.enum(RATING_UNDERLINES, "Choose a line."),
  icon: z.enum(RATING_ICONS, "Choose an icon."),
});

/** The name of a scale. Versions of a scale have the same. */
export const scaleName = required("The name", 80, "Give the scale a name.");

/** The ratings of a scale, in the order that they are offered in. Readers tell them apart by line and icon: no two share one. */
export const scaleRatings = z
  .array(rating)
  .min(2, "A scale has at least two ratings. Add one.")
  .max(
    MAX_RATINGS,
    `A scale has at most ${MAX_RATINGS} ratings: there are no more lines to tell them apart by.`,
  )
  .superRefine((ratings, context) => {
    const shared = (field: "key" | "label" | "underline" | "icon", words: string) => {
      for (const [index, each] of ratings.entries()) {
        const first = ratings.findIndex((other) => other[field].toLowerCase() === each[field].toLowerCase());
        if (first < index)
          context.addIssue({
            code: "custom",
            path: [index, field],
            message: `“${ratings[first]?.label}” has this ${words} already. Choose another.`,
          });
      }
    };
    shared("key", "key");
    shared("label", "label");
    shared("underline", "line");
    shared("icon", "icon");
  });

/** A key for a rating that is new, made of its label; one that is taken gets a number behind it. */
export function ratingKeyFor(label: string, taken: readonly string[]): string {
  const wanted =
    label
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 50) || "rating";
  for (let number = 1; ; number++) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/** The first preset that no rating of a scale has yet; the first of all where none is left. */
export function freeSign<Sign extends "colour" | "underline" | "icon">(
  sign: Sign,
  presets: readonly Rating[Sign][],
  ratings: readonly Pick<Rating, Sign>[],
): Rating[Sign] {
  const free = presets.find((preset) => !ratings.some((each) => each[sign] === preset)) ?? presets[0];
  if (!free) throw new RangeError(`there are no presets of ${sign}`);
  return free;
}
