import { expect, test } from "vitest";
import { isTyped, newDraft } from "./comment-draft";

test.each([
  ["nothing", "", "", false],
  ["spaces", "  ", "", false],
  ["a text", "Why?", "", true],
  ["an edit as it was", "Why?", "Why?", false],
  ["an edit", "Why not?", "Why?", true],
  ["an edit that removes everything", "", "Why?", true],
])("%s is worth a draft: %s", (_, text, initial, expected) => {
  expect(isTyped(newDraft(text), initial)).toBe(expected);
});
