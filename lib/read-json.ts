import { type JsonRefusal, MAX_VALUES, parseBoundedJson } from "./parse-bounded-json";
import { err, type Result } from "./result";

/**
 * Reads the JSON that a page of the desk sent.
 * @param maxLength most UTF-16 units
 * @param maxValues see `MAX_VALUES`
 */
export async function readJson(
  request: Request,
  maxLength: number,
  maxValues: number = MAX_VALUES,
): Promise<Result<unknown, JsonRefusal | { kind: "too-long" }>> {
  const text = await request.text();
  return text.length > maxLength ? err({ kind: "too-long" }) : parseBoundedJson(text, maxValues);
}
