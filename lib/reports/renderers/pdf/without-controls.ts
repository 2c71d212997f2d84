/** Texts without control characters, for which fonts have no glyphs. Line breaks of runs stay. */
export function withoutControls<Value>(value: Value): Value {
  if (typeof value === "string")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern is meant to match them
    return value.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200d\u2028\u2029\ufeff]/g, (c) =>
      c === "\t" ? " " : c === "\u200c" || c === "\u200d" ? c : "",
    ) as Value;
  if (Array.isArray(value)) return value.map(withoutControls) as Value;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, withoutControls(each)]),
    ) as Value;
  return value;
}
