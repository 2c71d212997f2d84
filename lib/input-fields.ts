import { z } from "zod";

/*
 * Input fields: trimmed, with limits in UTF-16 units, and messages that say what to do.
 */

/** A number as messages show it: "100,000". */
export const count = (value: number) => value.toLocaleString("en");

/** Characters that change the direction of the text after them, even beyond their own field. Without them, the letters decide. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** Removes direction overrides, which disguise text: "invoice\u202egpj.exe" would look like an image. */
export function withoutOverrides(value: string): string {
  return value.replace(OVERRIDES, "");
}

/** Text of at most `max` units; the message states the actual and the maximum length. */
export function text(name: string, max: number) {
  return z
    .string({ error: `${name} is not text.` })
    .transform((value) => withoutOverrides(value).trim())
    .superRefine((value, context) => {
      if (value.length > max)
        context.addIssue({
          code: "custom",
          message: `${name} has ${count(value.length)} characters; the limit is ${count(max)}. Shorten it.`,
        });
    });
}

/** Like `text`, but not empty. */
export const required = (name: string, max: number, missing: string) =>
  text(name, max).superRefine((value, context) => {
    if (value === "") context.addIssue({ code: "custom", message: missing });
  });

/** Missing, null and blank all become null. */
export const optional = (name: string, max: number) =>
  text(name, max)
    .nullish()
    .transform((value) => value || null);

/** A day that exists, "2024-05-17". */
export const isoDay = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || isDay(value),
    "This is not a date. Enter year, month and day: 2024-05-17.",
  );

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A day, a month or a year. */
export const looseDate = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || (/^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10))),
    "This is not a date. Enter 2024, 2024-05 or 2024-05-17.",
  );

/** Made by the caller's browser. A repeated call with the same id takes effect once and gets the first answer again. */
export const operationId = z.string().min(8).max(200).optional();
