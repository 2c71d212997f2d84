import { expect, test } from "vitest";
import { drawLines, drawText, makePdf, type PdfParts } from "./fixtures/make-pdf";
import { parseFile } from "./parse-file";

/** The text and notes of a PDF, or the message that refuses it. */
async function outcome(parts: PdfParts) {
  const parsed = await parseFile({ name: "a.pdf", bytes: makePdf(parts) });
  if (!parsed.ok) return { text: `✗ ${parsed.error.message}`, notes: [] };
  if (parsed.value.kind !== "article") throw new Error("no article");
  const { text, notes } = parsed.value.article;
  return { text, notes };
}

const BODY = [
  "The harbour board met on Tuesday to discuss the plan for the new breakwater, and its",
  "members agreed that the costs are higher than the figures that were published in the",
  "spring of the year, when the ministry asked for a first estimate of the work.",
];
const JOINED = BODY.join(" ");
const bodyOf = (text: string) => [text, ...BODY.slice(1)];

/** Pages with a running line each and different text. */
const withHead = (heads: readonly string[], y = 780, size = 9, x = 60) =>
  heads.map((head, index) =>
    [
      drawText([x, y, head, size]),
      drawLines(
        60,
        700,
        bodyOf(
          `Part ${"ABCDEFGH"[index]} of the report says that the plan for the new breakwater is ready, and its`,
        ),
      ),
    ].join("\n"),
  );

test.each<[string, PdfParts, string | RegExp, string[]]>([
  [
    "sentences with figures at one height of two pages",
    {
      pages: [
        drawLines(60, 740, ["Only 12 of 50 states replied."]),
        drawLines(60, 740, ["Only 31 of 50 states replied."]),
      ],
    },
    "Only 12 of 50 states replied.\nOnly 31 of 50 states replied.",
    [],
  ],
  [
    "sentences with a year that goes up with the pages",
    {
      pages: ["2021", "2022", "2023"].map((year) =>
        drawLines(60, 760, [`Exports fell in ${year} and nobody knows why.`, "Economists doubt the figure."]),
      ),
    },
    /^Exports fell in 2021 .*2022.*2023/s,
    [],
  ],
  [
    "a running head on three pages",
    { pages: withHead(["The Daily Gull", "The Daily Gull", "The Daily Gull"]) },
    /^Part A(?!.*Gull)/s,
    ["Left out as running heads and page numbers: “The Daily Gull” on pages 1, 2 and 3."],
  ],
  [
    "heads of left and right pages",
    {
      pages: withHead([
        "2 The Gull",
        "Harbour plans 3",
        "4 The Gull",
        "Harbour plans 5",
        "6 The Gull",
        "Harbour plans 7",
      ]),
    },
    /^Part A(?!.*(?:Gull|plans \d))/s,
    [
      "Left out as running heads and page numbers: “2 The Gull” on pages 1, 3 and 5 and “Harbour plans 3” on pages 2, 4 and 6.",
    ],
  ],
  [
    "page numbers at the foot",
    { pages: withHead(["– 1 –", "– 2 –", "– 3 –"], 30, 9, 290) },
    /^Part A(?!.*– 2 –)/s,
    ["Left out as running heads and page numbers: “– 1 –” on pages 1, 2 and 3."],
  ],
  [
    "a head between the halves of a sentence",
    {
      pages: [
        [drawText([60, 780, "The Daily Gull", 9]), drawLines(60, 120, BODY.slice(0, 2))].join("\n"),
        [drawText([60, 780, "The Daily Gull", 9]), drawLines(60, 740, [BODY[2] as string])].join("\n"),
      ],
    },
    JOINED,
    ["Left out as running heads and page numbers: “The Daily Gull” on pages 1 and 2."],
  ],
  [
    "raised and lowered figures",
    {
      pages: [
        drawText(
          [60, 700, "The lake holds 4.1×10"],
          [163, 704, "9", 7],
          [168, 700, " litres of CO"],
          [227, 697.5, "2", 7],
          [232, 700, ", said the board."],
        ),
      ],
    },
    "The lake holds 4.1×10⁹ litres of CO₂, said the board.",
    [],
  ],
  [
    "the number of a note that the page has",
    {
      pages: [
        [
          drawText(
            [60, 700, "Costs rose to $240"],
            [153.5, 704, "3", 7],
            [158, 700, " million in the last year of the plan."],
          ),
          drawText([60, 60, "3", 6], [64, 57, "Report of the board, page nine.", 8]),
        ].join("\n"),
      ],
    },
    "Costs rose to $240[3] million in the last year of the plan.\n[3] Report of the board, page nine.",
    [],
  ],
  [
    "fractions",
    {
      pages: [
        drawText(
          [60, 700, "About 2"],
          [98, 704, "1", 7],
          [102, 700, "/", 9],
          [104.5, 699, "2", 7],
          [108.5, 700, " metres of the wall fell."],
        ),
      ],
    },
    "About 2½ metres of the wall fell.",
    [],
  ],
  [
    "an ordinal",
    {
      pages: [drawText([60, 700, "On the 21"], [107.5, 704, "st", 7], [114, 700, " of May the wall fell."])],
    },
    "On the 21st of May the wall fell.",
    [],
  ],
  [
    "an initial over three lines, drawn last",
    {
      pages: [
        [
          drawLines(105, 700, [
            "hen the storm came, the wall held, and the harbour master went to",
            "sleep, as he had told the board he would do on any such night of",
          ]),
          drawLines(60, 672, ["the year."]),
          drawText([60, 686, "W", 44]),
        ].join("\n"),
      ],
    },
    "When the storm came, the wall held, and the harbour master went to sleep, as he had told the board he would do on any such night of the year.",
    [],
  ],
  [
    "an initial that is a word",
    {
      pages: [
        [
          drawText([60, 686, "A", 40]),
          drawLines(92, 700, [
            "storm came from the west, and the wall held, and the harbour master slept",
            "through it. The storm was the worst since the spring of 1968, he said later",
          ]),
          drawLines(60, 672, ["in the day."]),
        ].join("\n"),
      ],
    },
    /^A storm came from the west, and .* in the day\.$/,
    [],
  ],
  [
    "a quotation mark and an initial",
    {
      pages: [
        [
          drawText([60, 686, "“I", 40]),
          drawLines(92, 700, [
            "t was the worst storm since the spring of 1968,” said the harbour master,",
            "who had slept through it all the same, as he had said he would do on any",
          ]),
          drawLines(60, 672, ["such night."]),
        ].join("\n"),
      ],
    },
    /^“It was the worst .* such night\.$/,
    [],
  ],
  [
    "a table before a paragraph",
    {
      pages: [
        [
          drawText([60, 700, "Work"], [160, 700, "2023"], [200, 700, "2024"]),
          drawText([60, 684, "Breakwater"], [160, 684, "200"], [200, 684, "240"]),
          drawText([60, 668, "Quay"], [166, 668, "10"], [206, 668, "12"]),
          drawLines(60, 652, BODY),
        ].join("\n"),
      ],
    },
    `Work\n2023\n2024\nBreakwater\n200\n240\nQuay\n10\n12\n${JOINED}`,
    [],
  ],
  [
    "two columns",
    {
      pages: [
        [
          drawLines(60, 700, [
            "The first column begins with a",
            "sentence that is about as long",
            "as the column is wide, and it",
            "does not end before the other",
          ]),
          drawLines(320, 700, [
            "column begins, where it goes on",
            "for two more lines, and there it",
            "ends.",
          ]),
        ].join("\n"),
      ],
    },
    "The first column begins with a sentence that is about as long as the column is wide, and it does not end before the other column begins, where it goes on for two more lines, and there it ends.",
    [],
  ],
  [
    "a note at the end of a page whose last sentence goes on",
    {
      pages: [
        [
          drawLines(60, 120, BODY.slice(0, 2)),
          drawText([60, 50, "1", 5], [64, 47, "A note on the board and its plan.", 8]),
        ].join("\n"),
        drawLines(60, 740, [BODY[2] as string]),
      ],
    },
    `${JOINED}\n[1] A note on the board and its plan.`,
    [],
  ],
  [
    "letters that are spaced out",
    { pages: [drawText([60, 740, "x"]), `BT /F1 11 Tf 4 Tc 60 700 Td (TABLE OF FIGURES) Tj ET`] },
    /TABLE OF FIGURES$/,
    [],
  ],
  ["letters with a space between each", { pages: [drawText([60, 700, "H A R B O U R"])] }, "HARBOUR", []],
  [
    "figures with a space between each",
    { pages: [drawText([60, 700, "1 2 3 4 5 6 7"])] },
    "1 2 3 4 5 6 7",
    [],
  ],
  [
    "bold letters that are drawn twice",
    { pages: [`${drawLines(60, 700, BODY)}\n${drawLines(60.3, 700, BODY)}`] },
    JOINED,
    [],
  ],
  [
    "words that are placed without spaces",
    { pages: ["BT /F1 11 Tf 60 700 Td [(Figures)-280(are)-280(near)-280(2,400)] TJ ET"] },
    "Figures are near 2,400",
    [],
  ],
  [
    "kerned letters",
    { pages: ["BT /F1 11 Tf 60 700 Td [(T)80(o)-30(day W)60(e k)-50(no)-50(w)] TJ ET"] },
    "Today We know",
    [],
  ],
  [
    "invisible text, which text recognition puts behind a scan",
    { pages: [`BT 3 Tr /F1 11 Tf 60 700 Td (Seen by the scanner.) Tj ET`] },
    "Seen by the scanner.",
    [],
  ],
  [
    "a watermark",
    { pages: [`${drawLines(60, 700, BODY)}\nBT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (DRAFT) Tj ET`] },
    JOINED,
    ["Left out as a watermark: “DRAFT” on page 1."],
  ],
  [
    "a page on its side",
    {
      pages: [
        `BT /F1 11 Tf 0 1 -1 0 100 60 Tm (${BODY[0]}) Tj 0 1 -1 0 114 60 Tm (${BODY[1]}) Tj 0 1 -1 0 128 60 Tm (${BODY[2]}) Tj ET`,
      ],
    },
    JOINED,
    [],
  ],
  [
    "a page that is turned for reading",
    {
      pages: [`BT /F1 11 Tf 0 1 -1 0 100 60 Tm (${BODY[0]}) Tj 0 1 -1 0 114 60 Tm (${BODY[1]}) Tj ET`],
      page: "/Rotate 90",
    },
    BODY.slice(0, 2).join(" "),
    [],
  ],
  [
    "a page without anything",
    { pages: [""] },
    "✗ The PDF has no text. Check that it is the right file, or type in the text.",
    [],
  ],
  [
    "a scan",
    {
      pages: ["q 600 0 0 800 0 0 cm /Im Do Q"],
      page: "/Foo 1",
    },
    "✗ The PDF contains only images. Run text recognition (OCR) on it first, or type in the text.",
    [],
  ],
  [
    "a scanned page between pages with text",
    {
      pages: [
        drawLines(60, 700, BODY),
        "q 600 0 0 800 0 0 cm /Im Do Q",
        drawLines(
          60,
          700,
          bodyOf("Another page says that the plan for the new breakwater is ready for the work, and its"),
        ),
      ],
    },
    /^The harbour .*\nAnother page/,
    ["Page 2 has no text, only pictures. Run text recognition (OCR) on the file to import their text."],
  ],
])("a PDF: %s", async (_, parts, text, notes) => {
  const read = await outcome(parts);
  if (typeof text === "string") expect(read.text).toBe(text);
  else expect(read.text).toMatch(text);
  expect(read.notes).toEqual(notes);
});
