import { describe, expect, it } from "vitest";
import { parseArticle } from "../parse-article";
import { takeFirstLine } from "./take-first-line";

const BODY = "The lake holds 4 billion litres.";

describe("takeFirstLine", () => {
  it.each<[string, string, string, string, string | undefined]>([
    ["a short line above a blank one", `Water runs low\n\n${BODY}`, "", BODY, "Water runs low"],
    ["ends of lines of Windows", `Water runs low\r\n \r\n${BODY}`, "", BODY, "Water runs low"],
    ["blank lines before it", `\n\nWater  runs low\n\n${BODY}`, "", BODY, "Water runs low"],
    ["a question", `Does water run low?\n\n${BODY}`, "", BODY, "Does water run low?"],
    ["the title that was typed", `Water runs low\n\n${BODY}`, " Water runs low ", BODY, "Water runs low"],
    ["another title was typed", `Water runs low\n\n${BODY}`, "Drought", `Water runs low|${BODY}`, undefined],
    ["no blank line below", `Water runs low\n${BODY}`, "", `Water runs low|${BODY}`, undefined],
    ["a sentence", `Water runs low.\n\n${BODY}`, "", `Water runs low.|${BODY}`, undefined],
    ["a sentence in quotation marks", `“It is low.”\n\n${BODY}`, "", `“It is low.”|${BODY}`, undefined],
    ["a salutation", `Dear all,\n\n${BODY}`, "", `Dear all,|${BODY}`, undefined],
    ["a line of signs", `* * *\n\n${BODY}`, "", `* * *|${BODY}`, undefined],
    ["a day", `2026-05-12\n\n${BODY}`, "", `2026-05-12|${BODY}`, undefined],
    ["an address", `https://example.org/a\n\n${BODY}`, "", `https://example.org/a|${BODY}`, undefined],
    ["a line of authors", `By Mara Oduya\n\n${BODY}`, "", `By Mara Oduya|${BODY}`, undefined],
    ["a title that begins as such", `By 2030 water runs low\n\n${BODY}`, "", BODY, "By 2030 water runs low"],
    ["a title in Chinese", `水位下降\n\n湖中有四十亿升水。`, "", "湖中有四十亿升水。", "水位下降"],
    ["a list item", `- Water\n\n${BODY}`, "", `- Water|${BODY}`, undefined],
    [
      "a long line",
      `${"Water ".repeat(30)}\n\n${BODY}`,
      "",
      `${"Water ".repeat(30).trim()}|${BODY}`,
      undefined,
    ],
    ["nothing below", "Water runs low\n\n", "", "Water runs low", undefined],
  ])("%s", (_, value, typed, text, title) => {
    const parsed = parseArticle({ format: "text", value });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { article, isTaken } = takeFirstLine(parsed.value, value, typed);
    expect([article.text.replaceAll("\n", "|"), article.metadata.title]).toEqual([text, title]);
    expect(isTaken).toBe(title !== undefined);
    expect(article.notes).toEqual(
      isTaken ? [`The first line “${title}” became the title and is not in the text.`] : [],
    );
  });
});
