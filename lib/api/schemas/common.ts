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

/** The query of an import that can be previewed. */
export const previewQuery = z.object({
  preview: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
});

export const textInput = z.string().nullish();

/** The bytes of a file. */
export const fileInput = z
  .string()
  .refine(isBase64, "This is not base64. Encode the bytes of the file, and send them again.");

/** Whether a text is base64, or its variant for URLs. Decoding would skip every other letter, and another file would be stored. */
function isBase64(text: string): boolean {
  return !/[^\w+/=\s-]/.test(text) && !/=\s*[^=\s]/.test(text);
}
