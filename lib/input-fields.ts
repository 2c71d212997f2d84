import { z } from "zod";

/*
 * Fields of what callers send: trimmed, with limits in UTF-16 units, and messages that say what to do.
 */

/** A number as messages show it: "100,000". */
export const count = (value: number) => value.toLocaleString("en");

/** Signs that turn around how what follows them is read, beyond the field that they stand in; left out, directions come from the letters. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text that shows as what it is: "invoice\u202egpj.exe" would look like a picture. */
export function withoutOverrides(value: string): string {
  return value.replace(OVERRIDES, "");
}

/** Text of at most `max` units; the message says both numbers. */
export function text(name: string, max: number) {
  return z
    .string({ error: `${name} is not text.` })
    .transform((value) => withoutOverrides(value).trim())
    .superRefine((value, context) => {
      if (value.length > max)
        context.addIssue({
          code: "custom",
          message: `${name} has ${count(value.length)} characters; ${count(max)} fit. Shorten it.`,
        });
    });
}

/** The same, and not empty. */
export const required = (name: string, max: number, missing: string) =>
  text(name, max).superRefine((value, context) => {
    if (value === "") context.addIssue({ code: "custom", message: missing });
  });

/** Absent, null and blank all mean: not given. */
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
    "This is not a date. Give year, month and day: 2024-05-17.",
  );

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A day, a month or a year, as exact as it is known. */
export const looseDate = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
  .refine(
    (value) => value === null || (/^\d{4}(-\d{2}){0,2}$/.test(value) && isDay(`${value}-01-01`.slice(0, 10))),
    "This is not a date. Give 2024, 2024-05 or 2024-05-17.",
  );

/** Made by the caller's browser; a call that is repeated with it is done once, and answered as the first was. */
export const operationId = z.string().min(8).max(200).optional();
