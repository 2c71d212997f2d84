import { directionOfText } from "@/lib/document/direction";

/** The properties of a right-to-left paragraph and its runs in Word; empty for others. */
export function docxDirection(text: string): {
  bidirectional: { bidirectional?: true };
  rightToLeft: { rightToLeft?: true };
} {
  return directionOfText(text) === "rtl"
    ? { bidirectional: { bidirectional: true }, rightToLeft: { rightToLeft: true } }
    : { bidirectional: {}, rightToLeft: {} };
}
