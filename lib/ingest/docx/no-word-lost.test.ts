import fc from "fast-check";
import { expect, test } from "vitest";
import { docxFile, run } from "@/lib/testing/docx-file";
import { parseFile } from "../parse-file";

/** A part of a document, and the words that Word shows of it, in order; those in text boxes come behind their paragraph. */
interface Part {
  xml: string;
  words: string[];
  boxed: string[];
}

let next = 0;
const word = () => `w${next++}`;
const join = (parts: readonly Part[]): Part => ({
  xml: parts.map(({ xml }) => xml).join(""),
  words: parts.flatMap(({ words }) => words),
  boxed: parts.flatMap(({ boxed }) => boxed),
});
const around =
  (before: string, after: string) =>
  (inner: Part): Part => ({ ...inner, xml: before + inner.xml + after });
const unseen =
  (before: string, after: string) =>
  (inner: Part): Part => ({ xml: before + inner.xml + after, words: [], boxed: [] });

const text = fc
  .constantFrom("", "<w:b/>", '<w:vertAlign w:val="superscript"/>', "<w:rtl/>", "<w:caps/>")
  .map((properties): Part => {
    const own = word();
    // A space on both sides: the words of neighbours are apart.
    return { xml: run(` ${own} `, properties), words: [own], boxed: [] };
  });
const hidden = fc
  .constant(null)
  .map((): Part => ({ xml: run(` ${word()} `, "<w:vanish/>"), words: [], boxed: [] }));

const fieldBegin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF code</w:instrText></w:r>';
const fieldResult = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const fieldEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

const { inline } = fc.letrec<{ inline: Part; parts: Part }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    hidden,
    fc
      .tuple(
        fc.constantFrom<(inner: Part) => Part>(
          around("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
          around("<w:smartTag>", "</w:smartTag>"),
          around("<w:customXml>", "</w:customXml>"),
          around('<w:ins w:id="1">', "</w:ins>"),
          around("<w:moveTo>", "</w:moveTo>"),
          around('<w:dir w:val="rtl">', "</w:dir>"),
          around('<w:hyperlink w:anchor="a">', "</w:hyperlink>"),
          around('<w:fldSimple w:instr="REF a">', "</w:fldSimple>"),
          around(fieldBegin + fieldResult, fieldEnd),
          unseen(fieldBegin, fieldEnd),
          unseen("<w:del>", "</w:del>"),
          unseen("<w:moveFrom>", "</w:moveFrom>"),
          unseen("<w:r><w:ruby><w:rt>", "</w:rt></w:ruby></w:r>"),
          (inner) => ({
            xml: `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p>${inner.xml}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>${inner.xml}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
            words: [],
            boxed: [...inner.words, ...inner.boxed],
          }),
        ),
        tie("parts"),
      )
      .map(([wrap, inner]) => wrap(inner)),
  ),
  parts: fc.array(tie("inline"), { maxLength: 4 }).map(join),
}));

const paragraphs = fc.array(fc.array(inline, { maxLength: 5 }).map(join), { minLength: 1, maxLength: 4 }).map(
  (lines): Part => ({
    xml: lines.map(({ xml }) => `<w:p>${xml}</w:p>`).join(""),
    words: lines.flatMap(({ words, boxed }) => [...words, ...boxed]),
    boxed: [],
  }),
);
const table = fc.array(paragraphs, { minLength: 4, maxLength: 4 }).map(
  (cells): Part => ({
    xml: `<w:tbl>${[0, 2]
      .map(
        (at) =>
          `<w:tr>${cells
            .slice(at, at + 2)
            .map(({ xml }) => `<w:tc>${xml}</w:tc>`)
            .join("")}</w:tr>`,
      )
      .join("")}</w:tbl>`,
    words: cells.flatMap(({ words }) => words),
    boxed: [],
  }),
);

test("every word that Word shows is in the text, once and in order, and no other", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(paragraphs, table), { minLength: 1, maxLength: 4 }).map(join),
      async ({ xml, words }) => {
        const parsed = await parseFile({
          name: "a.docx",
          bytes: docxFile(`${xml}<w:p><w:r><w:t>End</w:t></w:r></w:p>`),
        });
        if (!parsed.ok || parsed.value.kind !== "article") throw new Error("refused");
        const { text: read } = parsed.value.article;
        // Raised figures are characters of their own: "¹⁵" is a raised "15".
        const written = read.normalize("NFKC");
        expect(written.split(/\s+/).filter(Boolean)).toEqual([...words, "End"]);
      },
    ),
    { numRuns: 150 },
  );
});
