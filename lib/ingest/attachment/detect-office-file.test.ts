import { strToU8, type ZipOptions, zipSync } from "fflate";
import { expect, test } from "vitest";
import { detectOfficeFile, type OfficeFile } from "./detect-office-file";

const zip = (parts: Record<string, string>, options: ZipOptions = {}) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), options);
const types = (main: string, more = "") =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/>${more}</Types>`;
const accepted = (mediaType: string) => ({ kind: "accepted", mediaType });

const docx = {
  "[Content_Types].xml": types("wordprocessingml.document"),
  "word/document.xml": "<w:document/>",
};
const xlsx = { "[Content_Types].xml": types("spreadsheetml.sheet"), "xl/workbook.xml": "<workbook/>" };
const pptx = {
  "[Content_Types].xml": types("presentationml.presentation"),
  "ppt/presentation.xml": "<p:presentation/>",
};
const odf = (kind: string) => ({
  mimetype: `application/vnd.oasis.opendocument.${kind}`,
  "content.xml": "<office:document-content/>",
});
const epub = { mimetype: "application/epub+zip", "META-INF/container.xml": "<container/>" };
const openXml = (name: string) => accepted(`application/vnd.openxmlformats-officedocument.${name}`);
const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);

test.each<[string, Uint8Array, object | null]>([
  ["DOCX", zip(docx), openXml("wordprocessingml.document")],
  ["XLSX", zip(xlsx), openXml("spreadsheetml.sheet")],
  ["PPTX", zip(pptx), openXml("presentationml.presentation")],
  ["ODT", zip(odf("text")), accepted("application/vnd.oasis.opendocument.text")],
  ["ODS", zip(odf("spreadsheet")), accepted("application/vnd.oasis.opendocument.spreadsheet")],
  ["ODP", zip(odf("presentation")), accepted("application/vnd.oasis.opendocument.presentation")],
  ["EPUB", zip(epub), accepted("application/epub+zip")],
  ["RTF", strToU8("{\\rtf1\\ansi Trade}"), accepted("application/rtf")],
  ["DOCX with macros", zip({ ...docx, "word/vbaProject.bin": "x" }), { kind: "macros" }],
  [
    "DOCM, by its types only",
    zip({ ...docx, "[Content_Types].xml": types("wordprocessingml.document", "macroEnabled.main+xml") }),
    { kind: "macros" },
  ],
  ["XLSX with Excel 4 macros", zip({ ...xlsx, "xl/macrosheets/sheet1.xml": "x" }), { kind: "macros" }],
  ["ODT with macros", zip({ ...odf("text"), "Basic/Standard/Module1.xml": "x" }), { kind: "macros" }],
  ["ODS with scripts", zip({ ...odf("spreadsheet"), "Scripts/python/a.py": "x" }), { kind: "macros" }],
  ["a Word file of 2003 or one with a password", ole, { kind: "closed" }],
  ["an archive", zip({ "a.txt": "x" }), { kind: "archive" }],
  ["an archive with the name of a Word part", zip({ "word/document.xml": "x" }), { kind: "archive" }],
  [
    "types without the main part",
    zip({ "[Content_Types].xml": types("wordprocessingml.document") }),
    { kind: "archive" },
  ],
  ["a format that isn't accepted", zip(odf("database")), { kind: "archive" }],
  ["a book without its container", zip({ mimetype: "application/epub+zip" }), { kind: "archive" }],
  ["half of an archive", zip(docx).subarray(0, 60), { kind: "damaged" }],
  ["text", strToU8("PK is a name"), null],
  ["nothing", new Uint8Array(), null],
])("%s", (_, bytes, expected) => {
  expect(detectOfficeFile(bytes)).toEqual(expected satisfies OfficeFile | object | null);
});

test("an archive with too many parts is refused before all are listed", () => {
  const parts = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, ""]));
  // Stored, not packed: packing so many takes seconds.
  const archive = zip({ ...docx, ...parts }, { level: 0 });
  expect(detectOfficeFile(archive)).toEqual({ kind: "damaged" });
});
