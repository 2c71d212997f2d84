import { expect, test } from "vitest";
import { docxFile } from "@/lib/testing/docx-file";
import { wordFileOf } from "./word-file-of";

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const who = 'w:id="9" w:author="Bo" w:date="2026-02-03T10:00:00Z"';
const gone = (text: string) =>
  `<w:del ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const added = (inside: string) => `<w:ins ${who}>${inside}</w:ins>`;
const p = (...inside: string[]) => `<w:p>${inside.join("")}</w:p>`;

function changes(body: string) {
  const read = wordFileOf(docxFile(body));
  if (!read.ok) throw new Error(read.error.message);
  return read.value.changes;
}

const both = (body: string) => changes(body).map(({ before, after }) => [before, after]);

test.each<[string, string, [before: string, after: string][]]>([
  ["no change", p(t("It fell.")), []],
  ["a word by another one", p(t("It "), gone("fell"), added(t("rose")), t(" again.")), [["fell", "rose"]]],
  ["added first, then removed", p(added(t("rose")), gone("fell"), t(" again.")), [["fell", "rose"]]],
  ["a part of a word", p(t("$2"), gone("40"), added(t("04")), t(" billion")), [["$240", "$204"]]],
  [
    "an added word, with the one that it touches",
    p(t("It "), added(t("never ")), t("fell.")),
    [["fell.", "never fell."]],
  ],
  [
    "an added word between spaces, with the one before it",
    p(t("It "), added(t("never")), t(" fell.")),
    [["It ", "It never"]],
  ],
  ["at the start, with the one after it", p(added(t("Then ")), t("it fell.")), [["it", "Then it"]]],
  ["a removed word", p(t("It "), gone("never "), t("fell.")), [["never fell.", "fell."]]],
  [
    "two in one sentence",
    p(t("It "), gone("fell"), added(t("rose")), t(" by a "), gone("half"), added(t("third")), t(".")),
    [
      ["fell", "rose"],
      ["half.", "third."],
    ],
  ],
  [
    "words beside each other are one",
    p(gone("It"), added(t("Tax")), t(" "), gone("fell"), added(t("rose")), t(" fast")),
    [
      ["It", "Tax"],
      ["fell", "rose"],
    ],
  ],
  [
    "an addition after a change, over a space",
    p(gone("fell"), added(t("rose")), t(" "), added(t("fast ")), t("by half")),
    [
      ["fell", "rose"],
      ["by", "fast by"],
    ],
  ],
  ["what was added and removed again", p(t("It "), added(gone("never ")), t("fell.")), []],
  ["a removed and added word that is the same", p(t("It "), gone("fell"), added(t("fell"))), []],
  [
    "the number of a claim is no text",
    p(
      t("It fell"),
      '<w:hyperlink w:anchor="claim-7"><w:r><w:t>[7]</w:t></w:r></w:hyperlink>',
      added(t(" fast")),
      t(" again."),
    ),
    [["fell", "fell fast"]],
  ],
  [
    "an added paragraph",
    p(`<w:pPr><w:rPr><w:ins ${who}/></w:rPr></w:pPr>`, added(t("A new one."))),
    [["", "A new one."]],
  ],
  [
    "two paragraphs",
    p(gone("One"), added(t("Two"))) + p(t("Three"), gone(" four")),
    [
      ["One", "Two"],
      ["Three four", "Three"],
    ],
  ],
])("%s", (_, body, expected) => {
  expect(both(body)).toEqual(expected);
});

test("each names its author, its time and the text around it", () => {
  expect(changes(p(t("Then it "), gone("fell"), added(t("rose")), t(" again.")))).toEqual([
    {
      author: "Bo",
      at: "2026-02-03T10:00:00Z",
      before: "fell",
      after: "rose",
      prefix: "Then it ",
      suffix: " again.",
    },
  ]);
});
