import { z } from "zod";

/** What somebody says with a step in review. Blank means: nothing. */
export const reviewNote = z
  .string()
  .max(2000, "The note has more than 2,000 characters. Shorten it.")
  .nullish()
  .transform((value) => value?.trim() || null);
