import { z } from "zod";

/** A note on a review action. Blank becomes null. */
export const reviewNote = z
  .string()
  .max(2000, "The note has more than 2,000 characters. Shorten it.")
  .nullish()
  .transform((value) => value?.trim() || null);
