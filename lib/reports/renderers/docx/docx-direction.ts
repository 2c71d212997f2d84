/** The properties of a right-to-left paragraph and its runs in Word; empty for others. */
export function docxDirection(direction: "ltr" | "rtl"): {
  bidirectional: { bidirectional?: true };
  rightToLeft: { rightToLeft?: true };
} {
  return direction === "rtl"
    ? { bidirectional: { bidirectional: true }, rightToLeft: { rightToLeft: true } }
    : { bidirectional: {}, rightToLeft: {} };
}
