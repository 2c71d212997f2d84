import { describe, expect, test } from "vitest";
import { checkBox } from "./check-box";

const facts = { claims: 42, sources: 31, changed: 3, people: ["Ada Writer", "Bo Check"] };

describe("the “how we checked” box", () => {
  test.each([
    [
      "many",
      facts,
      "42 statements were checked against 31 sources before publication. 3 were changed. Checked by Ada Writer and Bo Check.",
    ],
    [
      "one of each",
      { claims: 1, sources: 1, changed: 1, people: ["Ada Writer"] },
      "1 statement was checked against 1 source before publication. 1 was changed. Checked by Ada Writer.",
    ],
    [
      "nothing changed, and nobody named",
      { claims: 2, sources: 0, changed: 0, people: [] },
      "2 statements were checked against 0 sources before publication. None had to be changed.",
    ],
  ])("%s", (_, given, sentences) => {
    const { html, markdown } = checkBox(given);
    expect(html).toBe(`<aside>\n<h2>How we checked this text</h2>\n<p>${sentences}</p>\n</aside>\n`);
    expect(markdown).toBe(`**How we checked this text**\n\n${sentences}\n`);
  });

  test("names can't add markup", () => {
    const { html, markdown } = checkBox({ ...facts, people: ['<b>A</b> & "B"', "*C*"] });
    expect(html).toContain("Checked by &lt;b&gt;A&lt;/b&gt; &amp; &quot;B&quot; and *C*.");
    expect(markdown).toContain('Checked by \\<b\\>A\\</b\\> & "B" and \\*C\\*.');
  });
});
