import type { Paragraph, Table } from "mdast";
import { expect, test } from "vitest";
import { nodeDirection, tableDirection, textOf } from "./node-direction";

const paragraph = (value: string, own = false): Paragraph => ({
  type: "paragraph",
  children: [{ type: "strong", children: [{ type: "text", value }] }],
  ...(own && { data: { own: true } }),
});
const table = (...cells: [value: string, own: boolean][]): Table => ({
  type: "table",
  children: [
    {
      type: "tableRow",
      children: cells.map(([value, own]) => ({
        type: "tableCell",
        children: [{ type: "text", value }],
        ...(own && { data: { own: true } }),
      })),
    },
  ],
});

test.each<[string, Paragraph, string, "ltr" | "rtl"]>([
  ["our words in English, with an Arabic fact", paragraph("تجارة"), "en", "ltr"],
  ["our words in Arabic, with an English fact", paragraph("Trade"), "ar", "rtl"],
  ["Arabic words of others, in an English report", paragraph("تجارة", true), "en", "rtl"],
  ["English words of others, in an Arabic report", paragraph("Trade", true), "ar", "ltr"],
  ["others' text without letters, in an Arabic report", paragraph("12", true), "ar", "rtl"],
])("the direction of a line: %s", (_, node, language, direction) => {
  expect(nodeDirection(node, language)).toBe(direction);
});

test.each<[string, Table, string, "ltr" | "rtl"]>([
  ["all cells by others, in Arabic", table(["تجارة", true], ["بلد", true]), "en", "rtl"],
  ["one cell is ours", table(["تجارة", true], ["بلد", false]), "en", "ltr"],
  ["all cells by others, without letters", table(["1", true]), "ar", "rtl"],
])("the direction of a table: %s", (_, node, language, direction) => {
  expect(tableDirection(node, language)).toBe(direction);
});

test("the text of a node leaves out references to notes", () => {
  const node: Paragraph = {
    type: "paragraph",
    children: [
      { type: "text", value: "It rose" },
      { type: "footnoteReference", identifier: "1" },
      { type: "inlineCode", value: " now" },
    ],
  };
  expect(textOf(node)).toBe("It rose now");
});
