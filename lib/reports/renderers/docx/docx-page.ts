import { AlignmentType, Footer, Header, LineRuleType, PageNumber, Paragraph, TextRun } from "docx";
import { directionOf } from "@/lib/document/direction";
import { words as outputWords } from "@/lib/words/words";
import { sentenceMarks } from "../../languages/sentence-marks";
import { scriptsOf } from "../../text-language";
import type { Paper } from "../paper";
import { TEXT_WIDTH } from "./docx-blocks";
import { docxDirection } from "./docx-direction";

/** What is under each page: a sentence, and the number of the page. @param language BCP 47, of the sentence */
export function footerOf(sentence: string, language: string): Footer {
  const t = outputWords("report", language);
  const parts = t.parts<{ field: "page" | "total" }>("page.of", {
    page: { field: "page" },
    total: { field: "total" },
  });
  const { bidirectional, rightToLeft } = docxDirection(directionOf(language));
  const { gap, sentence: ended } = sentenceMarks(language);
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${ended(sentence)}${gap}`, ...rightToLeft }),
          new TextRun({
            ...rightToLeft,
            children: parts.map((part) =>
              typeof part === "string"
                ? part
                : part.field === "page"
                  ? PageNumber.CURRENT
                  : PageNumber.TOTAL_PAGES,
            ),
          }),
        ],
        style: "Footer",
        ...bidirectional,
      }),
    ],
  });
}

/** The word on each page, in its head, for what is not public; nothing without one. @param language BCP 47, of the word */
export function headersOf(mark: string | null, language: string): { headers?: { default: Header } } {
  if (mark === null) return {};
  const { bidirectional, rightToLeft } = docxDirection(directionOf(language));
  const word = new TextRun({
    text: mark,
    bold: true,
    allCaps: true,
    // Arabic letters would no longer join.
    ...(scriptsOf(language).includes("Arab") ? {} : { characterSpacing: 20 }),
    color: "7A1F2B",
    size: 22,
    ...rightToLeft,
  });
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            children: [word],
            style: "Footer",
            alignment: AlignmentType.END,
            ...bidirectional,
          }),
        ],
      }),
    },
  };
}

/** Size and margins of a page. */
export function pageOf(paper: Paper) {
  const size = SIZES[paper];
  const side = Math.round((size.width - TEXT_WIDTH) / 2);
  return { size, margin: { top: 1134, bottom: 1134, left: side, right: side } };
}

/** In twentieths of a point. */
const SIZES: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
};

/** Fonts by script: Latin, Arabic and Hebrew, and those of East Asia. Word takes another where one is missing. */
const SERIF = { ascii: "Georgia", hAnsi: "Georgia", cs: "Arial", eastAsia: "SimSun" };
const SANS = { ascii: "Calibri", hAnsi: "Calibri", cs: "Arial", eastAsia: "SimHei" };
const heading = (size: number, before: number) => ({
  run: { font: SANS, size, bold: true, color: "1A1A1A" },
  paragraph: { spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
});

/** Sizes in half points, spaces in twentieths of a point. @param language BCP 47, of the article */
export const docxStyles = (language: string) => ({
  default: {
    document: {
      run: {
        font: SERIF,
        size: 22,
        language: { value: language, eastAsia: language, bidirectional: language },
      },
      paragraph: { spacing: { after: 140, line: 300 } },
    },
    heading1: heading(40, 0),
    heading2: heading(28, 420),
    heading3: heading(24, 320),
    heading4: heading(22, 240),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    hyperlink: { run: { color: "1F4E79", underline: {} } },
  },
  paragraphStyles: [
    { id: "Quote", name: "Quote", basedOn: "Normal", run: { color: "444444" } },
    { id: "Footer", name: "footer", basedOn: "Normal", run: { font: SANS, size: 16, color: "666666" } },
  ],
});
