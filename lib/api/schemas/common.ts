import { z } from "zod";

/*
 * What the API speaks of. Shapes only: what the fields may hold is the workflows' to say, and they say it in words for people.
 */

export const id = z.uuid().meta({ description: "An id of this installation." });
export const instant = z.iso.datetime().meta({ description: "ISO 8601 instant." });
export const person = z.object({ id, name: z.string() }).meta({ id: "Person" });

/** A day, given as one or as an instant of it. */
export const givenDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/, "This is not a date. Give year, month and day: 2024-05-17.")
  .transform((value) => value.slice(0, 10))
  .nullish()
  .meta({ description: "A day, 2024-05-17; of an instant the day is taken.", examples: ["2024-05-17"] });

/** A day, a month or a year. */
export const givenDate = z
  .string()
  .transform((value) => value.replace(/T.*$/, ""))
  .nullish()
  .meta({ description: "A day, a month or a year, as exact as it is known.", examples: ["2024-05"] });

export const givenText = z.string().nullish();
