import { expect, test } from "vitest";
import { drawLines, drawText, makePdf, type PdfParts } from "./fixtures/make-pdf";
import { parseFile } from "./parse-file";

async function outcome(bytes: Uint8Array) {
  const parsed = await parseFile({ name: "a.pdf", bytes });
  if (!parsed.ok) return { text: `✗ ${parsed.error.message}`, notes: [], metadata: {} };
  if (parsed.value.kind !== "article") throw new Error("no article");
  return parsed.value.article;
}

const PLAIN = drawLines(60, 700, ["The harbour board met on Tuesday."]);

/** A font of a Chinese, Japanese or Korean script that is not in the file: only its table of characters is named. */
const cjkFont = (encoding: string, ordering: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /Some-Font /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Some-Font /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Some-Font /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`;
const hex = (bytes: readonly number[]) =>
  `<${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}>`;
const utf16 = (text: string) =>
  hex([...text].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255]));

test.each<[string, PdfParts, string]>([
  [
    "Chinese whose characters only a table outside the file knows",
    {
      fonts: { C: cjkFont("UniGB-UCS2-H", "GB1") },
      pages: [
        `BT /C 12 Tf 14 TL 60 700 Td ${utf16("董事会星期二开会讨论新防波堤的计划，成员")} Tj T* ${utf16("们说费用比去年高。")} Tj ET`,
      ],
    },
    "董事会星期二开会讨论新防波堤的计划，成员们说费用比去年高。",
  ],
  [
    "Japanese in Shift JIS",
    {
      fonts: { C: cjkFont("90ms-RKSJ-H", "Japan1") },
      pages: [`BT /C 12 Tf 60 700 Td ${hex([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea])} Tj ET`],
    },
    "日本語",
  ],
  [
    "Japanese from top to bottom",
    {
      fonts: { C: cjkFont("UniJIS-UCS2-V", "Japan1") },
      pages: [
        `BT /C 12 Tf 1 0 0 1 500 700 Tm ${utf16("港の委員会は")} Tj 1 0 0 1 482 700 Tm ${utf16("火曜日に会合。")} Tj ET`,
      ],
    },
    "港の委員会は火曜日に会合。",
  ],
  [
    "a filled form whose values only the fields hold",
    {
      pages: [drawText([60, 700, "Name:"], [60, 680, "Sum:"])],
      page: "/Annots [100 0 R 101 0 R 102 0 R]",
      catalog: "/AcroForm << /Fields [100 0 R 101 0 R 102 0 R] /DA (/Helv 11 Tf 0 g) >>",
      objects: [
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada Novak) /Rect [100 697 300 713] /F 4 >>",
        "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (sum) /V (2,400) /Opt [(10) (2,400)] /Rect [100 677 300 693] /F 4 >>",
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (empty) /Rect [100 657 300 673] /F 4 >>",
      ],
    },
    "Name: Ada Novak\nSum: 2,400",
  ],
  [
    "a field as the file draws it",
    {
      pages: [drawText([60, 700, "Name:"])],
      page: "/Annots [100 0 R]",
      catalog: "/AcroForm << /Fields [100 0 R] >>",
      objects: [
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada Novak) /Rect [100 697 300 713] /F 4 /AP << /N 101 0 R >> >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 200 16] /Resources << /Font << /F1 3 0 R >> >> /Length 44 >>\nstream\nBT /F1 11 Tf 2 3 Td (Ada Novak) Tj ET       \nendstream",
      ],
    },
    "Name: Ada Novak",
  ],
  [
    "text that is written on a page afterwards",
    {
      pages: [PLAIN],
      page: "/Annots [100 0 R]",
      objects: [
        "<< /Type /Annot /Subtype /FreeText /Contents (Seen on Friday.) /DA (/F1 11 Tf 0 g) /Rect [60 640 300 656] /F 4 /AP << /N 101 0 R >> >>",
        "<< /Type /XObject /Subtype /Form /BBox [0 0 240 16] /Resources << /Font << /F1 3 0 R >> >> /Length 46 >>\nstream\nBT /F1 11 Tf 2 3 Td (Seen on Friday.) Tj ET   \nendstream",
      ],
    },
    "The harbour board met on Tuesday.\nSeen on Friday.",
  ],
  [
    "a layer that is switched off",
    {
      pages: [`${PLAIN}\n/OC /L BDC ${drawText([60, 600, "An older draft."])} EMC`],
      catalog: "/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] /Order [100 0 R] >> >>",
      objects: ["<< /Type /OCG /Name (Draft) >>"],
      resources: "/Properties << /L 100 0 R >>",
    },
    "The harbour board met on Tuesday.",
  ],
])("a PDF: %s", async (_, parts, text) => {
  expect((await outcome(makePdf(parts))).text).toBe(text);
});

test("comments on a page are left out, with a note", async () => {
  const { text, notes } = await outcome(
    makePdf({
      pages: [PLAIN],
      page: "/Annots [100 0 R]",
      objects: ["<< /Type /Annot /Subtype /Text /Contents (Is this so?) /Rect [400 700 420 720] >>"],
    }),
  );
  expect(text).toBe("The harbour board met on Tuesday.");
  expect(notes).toEqual(["1 comment on the pages of the PDF was left out."]);
});

test.each<[string, string, Record<string, string>]>([
  ["title and author", "/Title (The wall) /Author (Ada Novak)", { title: "The wall", byline: "Ada Novak" }],
  ["those of a program", "/Title (Microsoft Word - a.docx) /Author (Administrator)", {}],
  ["a file name", "/Title (report-final.pdf) /Author (user)", {}],
])("the metadata of a PDF: %s", async (_, info, metadata) => {
  expect((await outcome(makePdf({ pages: [PLAIN], info }))).metadata).toEqual(metadata);
});

test.each([
  ["the same figure", "$240", "FEFF0024003200340030", false],
  ["another figure", "$240", "FEFF0024003400320030", true],
  ["a figure where none is shown", "xyz", "FEFF0024003400320030", true],
])(
  "a text that the file states for %s is compared with what the page shows",
  async (_, shown, stated, found) => {
    const content = `BT /F1 11 Tf 1 0 0 1 60 700 Tm (Trade rose to ) Tj /Span <</ActualText <${stated}>>> BDC (${shown}) Tj EMC ( billion in that year, as customs say.) Tj ET`;
    const parsed = await parseFile({ name: "a.pdf", bytes: makePdf({ pages: [content] }) });
    if (!parsed.ok || parsed.value.kind !== "article") throw new Error("no article was read");
    const { differences, text } = parsed.value.article;
    expect(text).toContain(stated.endsWith("400320030") ? "$420" : "$240");
    expect(differences.listed.map(({ original }) => original.includes(shown.replace("$", "")))).toEqual(
      found ? [true] : [],
    );
  },
);
