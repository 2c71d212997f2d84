import { expect, test } from "vitest";
import { ARABIC, ENGLISH } from "@/lib/testing/reports/mixed-report";
import { paragraph, run } from "@/lib/testing/reports/small-report";
import type { ReportBlock } from "../report";
import { articleBlocks, directedBlocks } from "./directed-blocks";

test.each<[string, ReportBlock[], string, string[]]>([
  ["English", [paragraph("One.")], "- ltr", [" "]],
  ["Arabic", [paragraph("واحد"), paragraph("اثنان")], "ar rtl", [" ", " "]],
  ["both", [paragraph("واحد اثنان ثلاثة"), paragraph("One.")], "- rtl", ["ar ", " ltr"]],
  ["a paragraph without letters", [paragraph("واحد"), paragraph("12")], "ar rtl", [" ", " "]],
  [
    "a heading and a caption",
    [
      paragraph("واحد اثنان ثلاثة أربعة"),
      { type: "heading", level: 2, runs: [run("One")] },
      { type: "figure", pictures: [], caption: [run("Two")] },
    ],
    "- rtl",
    ["ar ", " ltr", " ltr"],
  ],
  [
    "a direction that is set already",
    [{ type: "paragraph", runs: [run("One.")], dir: "rtl" }],
    "- ltr",
    [" rtl"],
  ],
])("reasons in %s", (_, blocks, expected, own) => {
  const { lang = "-", dir, blocks: directed } = directedBlocks(blocks);
  expect(`${lang} ${dir}`).toBe(expected);
  expect(
    directed.map(
      (block) => `${("lang" in block && block.lang) || ""} ${("dir" in block && block.dir) || ""}`,
    ),
  ).toEqual(own);
});

test("blocks inside quotes, lists and tables have their directions", () => {
  const inner = [paragraph("واحد")];
  const { blocks } = directedBlocks([
    paragraph("A longer paragraph of English text."),
    { type: "quote", blocks: inner },
    { type: "list", ordered: false, start: 1, items: [inner] },
    { type: "table", rows: [[{ header: false, columns: 1, rows: 1, blocks: inner }]] },
  ]);
  expect(JSON.stringify(blocks).match(/"dir":"rtl"/g)).toHaveLength(3);
});

const code = (text: string): ReportBlock => ({ type: "code", runs: [run(text)] });

test.each<[string, string, ReportBlock, string]>([
  ["English in an English article", "en", paragraph(ENGLISH), "- -"],
  ["Arabic in an English article", "en", paragraph(ARABIC), "ar rtl"],
  ["Chinese in an English article", "en", paragraph("税收上升"), "zh -"],
  ["Arabic in an Arabic article", "ar", paragraph(ARABIC), "- -"],
  ["Latin letters in an Arabic article", "ar", paragraph(ENGLISH), "und-Latn ltr"],
  ["code in an Arabic article", "ar", code("const x = 1;"), "und-Latn ltr"],
  ["numbers in an Arabic article", "ar", paragraph("2024"), "- -"],
])("a block of an article: %s", (_, language, block, expected) => {
  const direction = language === "ar" ? "rtl" : "ltr";
  const [directed] = articleBlocks({ blocks: [block], language, direction }) as {
    lang?: string;
    dir?: string;
  }[];
  expect(`${directed?.lang ?? "-"} ${directed?.dir ?? "-"}`).toBe(expected);
});
