import { describe, expect, test } from "vitest";
import { docxFile, paragraph, run } from "@/lib/testing/docx-file";
import { parseFile } from "../parse-file";

const TITLE = '<w:pStyle w:val="Title"/>';
const HEADING = '<w:pStyle w:val="Heading1"/>';
const p = (text: string, properties = "") => paragraph(run(text), properties);
const about = (title: string, author: string) => ({
  core: `<dc:title>${title}</dc:title><dc:creator>${author}</dc:creator>`,
});
const TEXT = p("Costs rose to $240 million in May.") + p("They fell again.");
const SHOWN = "Costs rose to $240 million in May.\nThey fell again.";

async function imported(bytes: Uint8Array) {
  const parsed = await parseFile({ name: "a.docx", bytes });
  if (!parsed.ok || parsed.value.kind !== "article") throw new Error("no article");
  return parsed.value.article;
}

describe("what became a detail is not in the text", () => {
  test.each<[string, Uint8Array, string, number]>([
    ["a title by its style", docxFile(p("The quay", TITLE) + TEXT), SHOWN, 1],
    [
      "a title above headings of its level",
      docxFile(p("The quay", TITLE) + p("Part one", HEADING) + TEXT),
      `Part one\n${SHOWN}`,
      1,
    ],
    [
      "a heading that is the title of the file",
      docxFile(p("The Quay", HEADING) + p("Part", HEADING) + TEXT, about("The Quay", "")),
      `Part\n${SHOWN}`,
      1,
    ],
    ["the only heading of its level", docxFile(p("The quay", HEADING) + TEXT), SHOWN, 1],
    [
      "a byline below the title",
      docxFile(p("The quay", TITLE) + p("By Ada Byron") + TEXT, about("", "Ada Byron")),
      SHOWN,
      2,
    ],
    ["a byline that only the text has", docxFile(p("The quay", TITLE) + p("By Ada Byron") + TEXT), SHOWN, 2],
    [
      "a byline and a date",
      docxFile(p("The quay", TITLE) + p("By Ada Byron") + p("Published: 5 May 2024") + TEXT),
      SHOWN,
      2,
    ],
  ])("%s", async (_, bytes, text, notes) => {
    const article = await imported(bytes);
    expect(article.text).toBe(text);
    expect(article.notes.length).toBe(notes);
    expect(article.differences.listed).toEqual([]);
  });
});

describe("everything else stays", () => {
  test.each<[string, Uint8Array, string]>([
    [
      "headings of one level without a title",
      docxFile(p("Part one", HEADING) + TEXT + p("Part two", HEADING) + TEXT),
      `Part one\n${SHOWN}\nPart two\n${SHOWN}`,
    ],
    [
      "a heading that is not the title of the file",
      docxFile(p("Part one", HEADING) + TEXT, about("The quay", "")),
      `Part one\n${SHOWN}`,
    ],
    [
      "a paragraph that says the title",
      docxFile(p("The quay") + TEXT, about("The quay", "")),
      `The quay\n${SHOWN}`,
    ],
    [
      "a byline without a title",
      docxFile(p("By Ada Byron") + TEXT, about("", "Ada Byron")),
      `By Ada Byron\n${SHOWN}`,
    ],
    [
      "a line with more than details",
      docxFile(
        p("The quay", TITLE) + p("By Ada Byron, who was there in 2023") + TEXT,
        about("", "Ada Byron"),
      ),
      `By Ada Byron, who was there in 2023\n${SHOWN}`,
    ],
    [
      "another author",
      docxFile(p("The quay", TITLE) + p("By Grace Hopper and Ada Byron") + TEXT, about("", "Ada Byron")),
      `By Grace Hopper and Ada Byron\n${SHOWN}`,
    ],
    ["a title and nothing else", docxFile(p("The quay", TITLE)), "The quay"],
  ])("%s", async (_, bytes, text) => {
    expect((await imported(bytes)).text).toBe(text);
  });
});
