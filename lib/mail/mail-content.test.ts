import { describe, expect, test } from "vitest";
import "@/lib/words/languages";
import { languages, words } from "@/lib/words/words";
import { mailContent } from "./mail-content";

const link = `https://desk.example.org/${"x".repeat(90)}`;

test("a text is wrapped, and a link is not", () => {
  const { text } = mailContent({
    subject: "Words",
    paragraphs: [`${"word ".repeat(40)}end.`, link, { heading: "Taxes" }],
    language: "en",
  });
  expect(text).toContain(`\n\n  ${link}\n`);
  expect(text).toContain("\n\n* Taxes *\n");
  for (const line of text.split("\n")) expect(line.includes(link) || line.length <= 72).toBe(true);
  expect(text).toMatch(/\n-- \n† Obelus/);
});

test.each(languages().map((language) => [language, language === "ar" ? "rtl" : "ltr"] as const))(
  "in %s, a mail is written %s",
  (language, direction) => {
    const { text, html } = mailContent({ subject: "S", paragraphs: ["Words."], language });
    const sender = words("mailTexts", language)("signature");
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).toContain(sender);
    expect(text).toContain(`\n-- \n† ${sender}\n`);
  },
);

describe("HTML", () => {
  test.each([
    ["markup", '<b>&"', '<p dir="auto" style="margin:0 0 0.9em">&lt;b&gt;&amp;&quot;</p>'],
    ["a link", "https://a.example/?x=1&y=2", '<a href="https://a.example/?x=1&amp;y=2"><bdi dir="ltr">'],
    ["no script as a link", "javascript:alert(1)", '0.9em">javascript:alert(1)</p>'],
  ])("%s", (_, paragraph, expected) => {
    expect(mailContent({ subject: "S", paragraphs: [paragraph], language: "en" }).html).toContain(expected);
  });

  test("that would be too long is left out", () => {
    const long = mailContent({ subject: "S", paragraphs: ["&".repeat(100_000)], language: "en" });
    expect(long.html).toBeUndefined();
    expect(long.text).toContain("&&&");
  });
});
