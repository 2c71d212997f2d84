import { directionOfText } from "@/lib/document/direction";

/** How Word is told that a paragraph and its runs go from right to left; nothing for others. */
export function docxDirection(text: string): {
  bidirectional: { bidirectional?: true };
  rightToLeft: { rightToLeft?: true };
} {
  return directionOfText(text) === "rtl"
    ? { bidirectional: { bidirectional: true }, rightToLeft: { rightToLeft: true } }
    : { bidirectional: {}, rightToLeft: {} };
}
