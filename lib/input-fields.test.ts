import { expect, test } from "vitest";
import { nameInput } from "@/lib/workflows/people/person-input";
import { required } from "./input-fields";

const outcome = ({ success, data }: { success: boolean; data?: string }) => (success ? data : null);

test.each<[string, string, string | null, string | null]>([
  ["plain words", " Noor Aziz ", "Noor Aziz", "Noor Aziz"],
  ["words that are turned around", "Noor \u202ezizA\u202c", "Noor zizA", "Noor zizA"],
  ["isolates", "\u2067Noor\u2069", "Noor", "Noor"],
  ["nothing but signs that turn around", "\u202e\u2066", null, null],
  ["Arabic with its marks of direction", "\u200fنور\u200f", "\u200fنور\u200f", "\u200fنور\u200f"],
  ["Persian with a joiner", "علی\u200cرضا", "علی\u200cرضا", "علی\u200cرضا"],
  ["a control character", "Noor\u0007Aziz", "Noor\u0007Aziz", "Noor Aziz"],
  ["nothing that can be seen", "\u200b", "\u200b", null],
])("%s in a field, and as a name", (_, given, field, name) => {
  expect(outcome(required("The title", 100, "Give a title.").safeParse(given))).toBe(field);
  expect(outcome(nameInput.safeParse(given))).toBe(name);
});
