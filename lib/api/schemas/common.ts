import { z } from "zod";

/*
 * Common shapes of the API. Values are validated by the workflows, with messages for people.
 */

export const id = z.uuid().meta({ description: "An id of this installation." });
export const instant = z.iso.datetime().meta({ description: "ISO 8601 instant." });
export const person = z.object({ id, name: z.string() }).meta({ id: "Person" });

/** A day, also accepted as an instant. */
export const dayInput = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/, "This is not a date. Enter year, month and day: 2024-05-17.")
  .transform((value) => value.slice(0, 10))
  .nullish()
  .meta({
    description: "A day, such as 2024-05-17; the time of an instant is ignored.",
    examples: ["2024-05-17"],
  });

/** A day, a month or a year. */
export const dateInput = z
  .string()
  .transform((value) => value.replace(/T.*$/, ""))
  .nullish()
  .meta({ description: "A day, a month or a year.", examples: ["2024-05"] });

/** Base64, or its variant for URLs. Decoding would skip every other character, and another file would be read. */
export const base64 = z
  .string()
  .refine(
    (text) => !/[^\w+/=\s-]/.test(text) && !/=\s*[^=\s]/.test(text),
    "This is not base64. Encode the bytes of the file, and send them again.",
  );

export const textInput = z.string().nullish();
