import { z } from "zod";
import { required } from "@/lib/input-fields";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES, type Rating } from "./rating";

/** The maximum, because every rating of a scale needs its own underline and icon. */
export const MAX_RATINGS = RATING_UNDERLINES.length;

const rating = z.object({
  key: z
    .string()
    .max(60, "The key has more than 60 characters. Shorten it.")
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "A key can only have lower-case letters, digits and hyphens, such as needs-context.",
    ),
  label: required("The label", 60, "Enter a label."),
  definition: required("The definition", 400, "Explain in a sentence what the rating means."),
  value: z
    .int("Enter a whole number from 1 to 100, or leave it empty.")
    .min(1, "Enter a whole number from 1 to 100, or leave it empty.")
    .max(100, "Enter a whole number from 1 to 100, or leave it empty.")
    .nullable(),
  colour: z.enum(RATING_COLOURS, "Choose a colour."),
  underline: z.enum(RATING_UNDERLINES, "Choose an underline."),
  icon: z.enum(RATING_ICONS, "Choose an icon."),
});

/** The name of a scale, shared by all its versions. */
export const scaleName = required("The name", 80, "Enter a name.");

/** The ratings of a scale in display order. Readers distinguish them by underline and icon, so no two can share one. */
export const scaleRatings = z
  .array(rating)
  .min(2, "A scale needs at least two ratings. Add one.")
  .max(MAX_RATINGS, {
    error: `A scale can have at most ${MAX_RATINGS} ratings, because each needs its own underline. Remove some.`,
    // Each pair is compared below: of ten thousand ratings, that takes minutes.
    abort: true,
  })
  .superRefine((ratings, context) => {
    const refuseDuplicates = (field: "key" | "label" | "underline" | "icon", name: string) => {
      for (const [index, each] of ratings.entries()) {
        const first = ratings.findIndex((other) => other[field].toLowerCase() === each[field].toLowerCase());
        if (first < index)
          context.addIssue({
            code: "custom",
            path: [index, field],
            message: `“${ratings[first]?.label}” already has this ${name}. Choose another.`,
          });
      }
    };
    refuseDuplicates("key", "key");
    refuseDuplicates("label", "label");
    refuseDuplicates("underline", "underline");
    refuseDuplicates("icon", "icon");
  });

/** A key for a new rating, made from its label; numbered if it is already used. */
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

/** The first preset that no rating of a scale uses yet; the first preset if all are used. */
export function freeSign<Sign extends "colour" | "underline" | "icon">(
  sign: Sign,
  presets: readonly Rating[Sign][],
  ratings: readonly Pick<Rating, Sign>[],
): Rating[Sign] {
  const free = presets.find((preset) => !ratings.some((each) => each[sign] === preset)) ?? presets[0];
  if (!free) throw new RangeError(`there are no presets of ${sign}`);
  return free;
}
