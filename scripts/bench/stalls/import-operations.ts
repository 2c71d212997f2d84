import type { DeskClient } from "./desk-client";
import { randomText } from "./random-text";
import type { StallOperation } from "./stall-operation";

const LONG = 2_000_000;
const text = (value: string) => ({ title: "A text", content: { format: "text", value } });
const html = (value: string) => ({ title: "A text", content: { format: "html", value } });
const bytes = (value: string) => new TextEncoder().encode(value);

/** A document of empty paragraphs. */
export const empties = (length: number) => ({
  type: "doc",
  content: Array.from({ length }, () => ({ type: "paragraph" })),
});

/** Imports of every kind, each with its worst input. */
export function importOperations(): StallOperation[] {
  const article = (name: string, body: () => object, expected = [201]): StallOperation => ({
    name: `API: import ${name}`,
    expected,
    alone: true,
    run: (client) => client.api("POST", "/articles", { ...body(), ifKnown: "import" }),
  });
  const file = (name: string, content: () => Uint8Array, expected: number[]): StallOperation => ({
    name: `API: import the file ${name}`,
    expected,
    alone: true,
    run: (client) => client.upload(name, content()),
  });
  return [
    article("text of 100,000 words", () => text(randomText(100_000, 7))),
    article("a line of two million letters", () => text("a".repeat(LONG))),
    article("600,000 short lines", () => text("ab\n".repeat(600_000)), [422]),
    article("20,000 wrapped lines", () => text(`${"word ".repeat(12)}and\n`.repeat(20_000))),
    article("20,000 levels of quotation", () => text(`${">".repeat(20_000)}a\n`.repeat(3))),
    // As many as a JSON body can have.
    article("1.3 million Chinese characters", () => text("贸易增长".repeat(325_000))),
    article("HTML of 100,000 nested elements", () => html("<div>".repeat(100_000)), [422]),
    article("HTML with 300,000 elements", () => html("<p><b>a</b>".repeat(300_000)), [201, 422]),
    article("HTML with an attribute of 3 MB", () => html(`<p title="${"a".repeat(3_000_000)}">One</p>`)),
    article("HTML with 100,000 raised figures", () => html("1<sup>2</sup>".repeat(100_000)), [201, 422]),
    article(
      "HTML with a list that counts down from 100,000",
      () => html(`<ol reversed>${"<li>a".repeat(100_000)}</ol>`),
      [201, 422],
    ),
    file("notes.md", () => bytes("[^1]: a\n".repeat(200_000)), [201, 422]),
    file("nested.md", () => bytes(">".repeat(1_000_000)), [422]),
    file("links.md", () => bytes("[a](b)".repeat(300_000)), [201, 422]),
    file("broken.pdf", () => bytes(`%PDF-1.4\n${"1 0 obj<<".repeat(300_000)}`), [422]),
    file("groups.rtf", () => bytes(`{\\rtf1 ${"{".repeat(3_000_000)}`), [422]),
    file("cells.rtf", () => bytes(`{\\rtf1 ${"\\cell ".repeat(500_000)}`), [422]),
    file(
      "blanks.eml",
      () =>
        bytes(
          `MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${" ".repeat(3_000_000)}x`,
        ),
      [201, 422],
    ),
    file("broken.docx", () => bytes(`PK\u0003\u0004${"a".repeat(3_000_000)}`), [422]),
    ...[
      { form: "as JSON", expected: [200], value: JSON.stringify(empties(60_000)) },
      { form: "as arguments", expected: [413], value: empties(60_000) },
    ].map(({ form, expected, value }) => ({
      name: `action: import a document of 60,000 empty paragraphs ${form}`,
      expected,
      alone: true as const,
      run: (client: DeskClient) =>
        client.action("/desk/articles/new", "importArticleAction", {
          title: "Empty",
          content: { format: "document", value },
        }),
    })),
  ];
}
