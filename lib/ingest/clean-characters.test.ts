import { expect, test } from "vitest";
import { parseArticle } from "./parse-article";

function read(format: "text" | "html", value: string): [string, string[]] {
  const parsed = parseArticle({ format, value });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return [parsed.value.text, parsed.value.notes];
}

test.each<[string, string, string]>([
  ["a vertical tab", "240 million\u000bThe quay", "240 million\nThe quay"],
  ["a form feed", "the board.\fPage two", "the board.\nPage two"],
  ["a next line", "the board\u0085said", "the board\nsaid"],
  ["a line separator", "One\u2028Two\u2029Three", "One\nTwo\nThree"],
  ["file and group separators", "One\u001cTwo\u001dThree", "One\nTwo\nThree"],
  ["Word's hyphen that does not break", "COVID\u001e19", "COVID\u201119"],
  ["Word's hyphen at a line's end", "opera\u001ftions", "operations"],
  ["a record separator between spaces", "One \u001e Two", "One Two"],
  ["a unit separator between figures", "240\u001f12", "240 12"],
])("%s separates in plain text", (_, value, text) => {
  expect(read("text", value)[0]).toBe(text);
});

test.each<[string, string, string[]]>([
  ["240&#11;million", "240 million", ["1 control character was replaced by a space."]],
  ["240\u0085million", "240 million", ["1 control character was replaced by a space."]],
  ["240\u2028million\u2029now", "240 million now", ["2 control characters were replaced by a space."]],
  ["240 \u001d million", "240 million", ["1 control character was replaced by a space."]],
  ["bell\u0007s", "bells", ["1 control character was removed."]],
  ["co\u00adop", "coop", ["1 soft hyphen was removed."]],
])("in HTML: %j", (value, text, notes) => {
  expect(read("html", `<p>${value}</p>`)).toEqual([text, notes]);
});
