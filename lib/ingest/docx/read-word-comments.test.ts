import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { docxFile } from "@/lib/testing/docx-file";
import { wordFileOf } from "./word-file-of";

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const deleted = (text: string) =>
  `<w:del w:id="80"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const added = (text: string) => `<w:ins w:id="81">${t(text)}</w:ins>`;
const on = (id: number, inside: string) =>
  `<w:commentRangeStart w:id="${id}"/>${inside}<w:commentRangeEnd w:id="${id}"/>`;
const comment = (id: number, text: string, paragraph = `0000000${id}`) =>
  `<w:comment w:id="${id}" w:author="Bo" w:initials="B" w:date="2026-02-03T10:00:00Z"><w:p w14:paraId="${paragraph}">${t(text)}</w:p></w:comment>`;

function read(body: string, comments = comment(1, "Why?"), commentsExtended?: string) {
  const found = wordFileOf(docxFile(body, { comments, ...(commentsExtended && { commentsExtended }) }));
  if (!found.ok) throw new Error(found.error.message);
  return found.value.comments;
}

const exactOf = (body: string) => read(body)[0]?.quotes.map(({ exact }) => exact);

describe("the passage of a comment", () => {
  test.each([
    ["in one run", `<w:p>${t("A ")}${on(1, t("word"))}${t(".")}</w:p>`, ["word", "word"]],
    ["without the spaces around it", `<w:p>${on(1, t(" a word "))}</w:p>`, ["a word", "a word"]],
    [
      "over two paragraphs",
      `<w:p><w:commentRangeStart w:id="1"/>${t("One.")}</w:p><w:p>${t("Two.")}<w:commentRangeEnd w:id="1"/></w:p>`,
      ["One.\nTwo.", "One.\nTwo."],
    ],
    [
      "with tracked changes: before and after",
      `<w:p>${on(1, deleted("fell") + added("rose") + t(" fast"))}</w:p>`,
      ["fell fast", "rose fast"],
    ],
    ["added with its words", `<w:p>${t("A ")}${on(1, added("new"))}</w:p>`, ["new"]],
    [
      "beginning inside a change",
      `<w:p><w:del w:id="80"><w:commentRangeStart w:id="1"/><w:r><w:delText>Old</w:delText></w:r></w:del>${t("new")}<w:commentRangeEnd w:id="1"/></w:p>`,
      ["Oldnew", "new"],
    ],
    [
      "with the number of a claim in it",
      `<w:p>${on(1, `${t("Taxes")}<w:hyperlink w:anchor="claim-7">${t("†7")}</w:hyperlink>${t(" rose")}`)}</w:p>`,
      ["Taxes rose", "Taxes rose"],
    ],
    ["that is nothing", `<w:p>${on(1, "")}${t("A word.")}</w:p>`, []],
  ])("%s", (_, body, exact) => {
    expect(exactOf(body)).toEqual(exact);
  });

  test("with the text around it", () => {
    expect(read(`<w:p>${t("Then ")}${on(1, t("it fell"))}${t(" again.")}</w:p>`)[0]?.quotes[0]).toEqual({
      exact: "it fell",
      prefix: "Then ",
      suffix: " again.\n",
    });
  });
});

test("threads: who answers whom, with author and time", () => {
  const found = read(
    `<w:p>${on(0, on(1, t("word")))}</w:p>`,
    comment(0, "Why?") + comment(1, "Because."),
    '<w15:commentEx w15:paraId="00000000"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000"/>',
  );
  expect(found).toMatchObject([
    { parent: null, author: "Bo", at: "2026-02-03T10:00:00Z", text: "Why?" },
    { parent: 0, author: "Bo", text: "Because." },
  ]);
});

test("a file that LibreOffice saved: our comment, an answer to it, and one on changed words", () => {
  const found = wordFileOf(readFileSync("lib/ingest/fixtures/libreoffice-comments.docx"));
  expect(
    found.ok &&
      found.value.comments.map(({ author, initials, text, quotes }) => [
        author,
        initials,
        text.split("\n")[0],
        quotes.map(({ exact }) => exact),
      ]),
  ).toEqual([
    ["Bo Lind", "BL", "Mostly true", ["Taxes", "Taxes"]],
    ["Ada", "†7", "Claim 7: False", ["Taxes", "Taxes"]],
    ["Bo Lind", "BL", "Which year?", ["fell by half", "dropped by half"]],
  ]);
});

describe("other files", () => {
  test.each([
    ["a text", new TextEncoder().encode("Not a file"), /not a Word file/],
    ["an empty archive", new Uint8Array([80, 75, 5, 6, ...Array(18).fill(0)]), /not a Word file/],
  ])("%s", (_, bytes, message) => {
    const found = wordFileOf(bytes);
    expect(found.ok ? "" : found.error.message).toMatch(message);
  });

  test("never throw, wherever they are damaged", () => {
    const file = docxFile(`<w:p>${on(1, t("word"))}</w:p>`, { comments: comment(1, "Why?") });
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = file.slice();
        damaged[at] = byte;
        wordFileOf(damaged);
        wordFileOf(file.slice(0, at));
      }),
      { numRuns: 80 },
    );
  });
});
