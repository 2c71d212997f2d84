import { type Extensions, Mark } from "@tiptap/core";

const script = (name: "superscript" | "subscript", tag: "sup" | "sub") =>
  Mark.create({
    name,
    excludes: "superscript subscript",
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/**
 * Raised and lowered letters, as in "5th" and "v_max". Digits and signs need no mark: an import turns them into Unicode characters, so that
 * the text itself says what they are.
 */
export const scriptMarks: Extensions = [script("superscript", "sup"), script("subscript", "sub")];
