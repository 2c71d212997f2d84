import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DocumentNode } from "@/lib/document/document";
import { parseArticle } from "./parse-article";

/** The blocks of a document in short: "li(One)". */
function inShort(node: DocumentNode): string {
  if (node.text !== undefined) return node.text;
  const inside = (node.content ?? []).map(inShort).join(node.type === "paragraph" ? "" : " ");
  const names: Record<string, string> = { bulletList: "ul", listItem: "li", heading: "h" };
  if (node.type === "orderedList") return `ol${node.attrs?.start ?? 1}(${inside})`;
  return node.type === "paragraph" || node.type === "doc"
    ? inside
    : `${names[node.type] ?? node.type}(${inside})`;
}

function read(html: string): string {
  const parsed = parseArticle({ format: "html", value: html });
  return parsed.ok ? inShort(parsed.value.doc) : parsed.error.message;
}

/** An item as Word writes it. */
const item = (sign: string, level: number, words: string, list = 0) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`;

test.each(["google-docs", "word"])("what %s puts on the clipboard", (program) => {
  expect(read(readFileSync(`lib/testing/fixtures/clipboard-${program}.txt`, "utf8"))).toBe(
    "h(Harvest) It doubled twice, as numbers show. ul(li(in the north) li(in the south))",
  );
});

test.each<[string, string, string]>([
  ["bullets", item("·", 1, "One") + item("·", 1, "Two"), "ul(li(One) li(Two))"],
  ["numbers", item("1.", 1, "One") + item("2.", 1, "Two"), "ol1(li(One) li(Two))"],
  ["numbers that go on", item("3)", 1, "Three"), "ol3(li(Three))"],
  [
    "levels",
    item("·", 1, "One") + item("o", 2, "Inner") + item("§", 3, "Inmost") + item("·", 1, "Two"),
    "ul(li(One ul(li(Inner ul(li(Inmost))))) li(Two))",
  ],
  ["numbers in bullets", item("·", 1, "One") + item("a.", 2, "Inner"), "ul(li(One ol1(li(Inner))))"],
  [
    "two lists",
    `${item("·", 1, "One")}<p>Between.</p>${item("·", 1, "Two")}`,
    "ul(li(One)) Between. ul(li(Two))",
  ],
  ["a level that is left out", item("·", 2, "One") + item("·", 2, "Two"), "ul(li(One) li(Two))"],
  ["no list", "<p style='mso-list:none'>One</p>", "One"],
])("%s", (_, html, expected) => {
  expect(read(`<!--StartFragment-->${html}<!--EndFragment-->`)).toBe(expected);
});
