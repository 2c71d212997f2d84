import { normaliseUrl } from "@/lib/sources/normalise-url";
import { SOURCE_LIMITS } from "@/lib/sources/source-input";

/*
 * Reading JSON of which nothing is certain: what is not of the expected kind counts as missing.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list; one value is a list of one, as in JSON-LD; a missing one is empty. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The objects of a list. */
export function objectsIn(value: unknown): JsonObject[] {
  return listOf(value).filter(isObject);
}

/** A text without white space at its ends; null if there is none. Numbers are texts as well. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? value.trim() || null : null;
}

/** The texts of a list. */
export function textsIn(value: unknown): string[] {
  return listOf(value).flatMap((each) => textOf(each) ?? []);
}

/** The day of a date or an instant, "2024-05-17"; null if it is none. */
export function dayOf(value: unknown): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(textOf(value) ?? "")?.[0] ?? null;
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** A day, month or year; null if it is none. */
export function looseDayOf(value: unknown): string | null {
  const text = textOf(value) ?? "";
  return dayOf(text) ?? (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) ? text : null);
}

/** An http or https address that the desk can store; null if it is none. */
export function webAddressOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== null && text.length <= SOURCE_LIMITS.url && normaliseUrl(text).ok ? text : null;
}

/** The value if it is one of a list, else the fallback. */
export function oneOf<T extends string>(value: unknown, list: readonly T[], fallback: T): T {
  return list.find((each) => each === value) ?? fallback;
}

/** A text of at most `max` UTF-16 units; a longer one ends with an ellipsis. */
export function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
