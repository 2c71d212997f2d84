import { expect, test } from "vitest";
import { drawLines, drawText, makePdf, type PdfParts } from "./fixtures/make-pdf";
import { readPdf } from "./read-pdf";

/** Letters that the file draws itself, in dots of a printer: a square for each. */
const DOT_FONT =
  "<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 -20 60 70] /FirstChar 97 /LastChar 99 /Widths [42 42 42] /Encoding << /Type /Encoding /Differences [97 /a /b /c] >> /CharProcs << /a 100 0 R /b 100 0 R /c 100 0 R >> /Resources << >> >>";
const SQUARE = "42 0 0 0 40 40 d1 0 0 40 40 re f";

/** A line of a French text in which only the spaces inside quotation marks are written. */
const gaps = (...words: readonly string[]) => {
  const kerned = words.map(
    (word) => `(${word.replace(/«|»/g, (mark) => (mark === "«" ? "\\253" : "\\273"))})`,
  );
  return `BT /F1 10 Tf 1 0 0 1 60 700 Tm [${kerned.join(" -190 ")}] TJ ET`;
};

const HEAD =
  "What does it mean for the towns of the north that the harbour board was without a chair for two years?";

const column = (page: number) =>
  Array.from(
    { length: 34 },
    (_, index) => `Row ${index + 1} of the report of part ${page} says what the board did in its year.`,
  );

/** A font whose letters are all 0.6 of its size wide. */
const COURIER = { F3: "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>" };
const typed = (x: number, y: number, text: string, size = 10) =>
  `BT /F3 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;

/** A line that ends with a hyphen, which is positioned by itself as LibreOffice does in justified lines. */
const divided = (y: number, text: string) => `${typed(60, y, text)} ${typed(61 + 6 * text.length, y, "-")}`;

/** A line whose spaces are drawn first, each by itself. */
const spacesFirst = (y: number, text: string) => {
  const pieces = [...text.matchAll(/\S+| /g)].map(({ 0: piece, index }) => ({ piece, x: 60 + 6 * index }));
  return [...pieces.filter(({ piece }) => piece === " "), ...pieces.filter(({ piece }) => piece !== " ")]
    .map(({ piece, x }) => typed(x, y, piece))
    .join("\n");
};

const CASES: [string, PdfParts, RegExp, string[]][] = [
  [
    "accents drawn over their letters, one of them as wide as its letter",
    {
      pages: [
        [
          "BT /F1 12 Tf 1 0 0 1 60 700 Tm (P) Tj 8.3 0 Td (\\264) Tj 1.3 0 Td (eter Juh) Tj 37.4 0 Td (\\250) Tj -1.67 0 Td (asz met the board.) Tj ET",
        ].join("\n"),
      ],
    },
    /^Péter Juhäsz met the board\.$/,
    [],
  ],
  [
    "gaps between words beside spaces that French writes at its signs",
    {
      pages: [
        gaps(
          "Le",
          "nombre",
          "de",
          "« voix »,",
          "suivi",
          "du",
          "mot",
          "« oui »,",
          "est",
          "compt\\351",
          "ici.",
        ),
      ],
    },
    /^Le nombre de « voix », suivi du mot « oui », est compté ici\.$/,
    [],
  ],
  [
    "the text that a file states for its glyphs",
    {
      pages: [
        `BT /F1 11 Tf 1 0 0 1 60 700 Tm (The word ) Tj /Span <</ActualText <FEFF0915093F0924093E092C>>> BDC (xyz) Tj EMC ( is Hindi.) Tj ET`,
      ],
    },
    /^The word किताब is Hindi\.$/,
    [],
  ],
  [
    "a tilde of a typewriter over its letter",
    {
      pages: [
        "BT /F1 12 Tf 1 0 0 1 60 700 Tm (El a) Tj 20.6 0 Td (~) Tj 0 0 Td (n) Tj 6.7 0 Td (o pas\\363.) Tj ET",
      ],
    },
    /^El año pasó\.$/,
    [],
  ],
  [
    "a note in the margin beside a divided word",
    {
      pages: [
        drawLines(150, 700, [
          "The port was closed for most of the year, and the council said that the govern-",
        ]) +
          drawText([60, 686, "Version 1.0"]) +
          drawLines(150, 686, [
            "ment crane had to be removed before any of the larger ships could come in again.",
            "The crane stood at the pier for ten years and was used by all of the companies there.",
          ]),
      ],
    },
    /the government crane had to be removed/,
    [],
  ],
  [
    "a letter lowered by a third of its size",
    {
      pages: [
        drawText([60, 700, "Set in BibT", 10], [110.5, 696.8, "E", 10], [116.8, 700, "X by the board.", 10]),
      ],
    },
    /^Set in BibTEX by the board\.$/,
    [],
  ],
  [
    "a mirrored letter in a name",
    {
      pages: [
        "BT /F1 10 Tf 1 0 0 1 60 700 Tm (Set in X) Tj -1 0 0 1 101.1 700 Tm (E) Tj 1 0 0 1 101.1 700 Tm (TEX by the board.) Tj ET",
      ],
    },
    /^Set in XETEX by the board\.$/,
    [],
  ],
  [
    "letters that the file draws in dots",
    {
      fonts: { D: DOT_FONT },
      objects: [`<< /Length ${SQUARE.length} >>\nstream\n${SQUARE}\nendstream`],
      pages: [
        "q 0.12 0 0 0.12 0 0 cm BT /D 1 Tf 1 0 0 1 500 5800 Tm (abc) Tj 1 0 0 1 650 5800 Tm (cab) Tj ET Q",
      ],
    },
    /^abc cab$/,
    [],
  ],
  [
    "a caption at the foot in the size of the running head",
    {
      pages: [1, 2, 3].map((page) =>
        [
          drawText([60, 780, "The Daily Gull", 8]),
          drawLines(60, 740, column(page), 10),
          drawText([60, 90, `The harbour in its year ${"abc"[page - 1]}, seen from the wall`, 8]),
        ].join("\n"),
      ),
    },
    /harbour in its year a.*harbour in its year b.*harbour in its year c/s,
    ["Left out as running heads and page numbers: “The Daily Gull” on pages 1, 2 and 3."],
  ],
  [
    "headings beside one another, over two columns",
    {
      pages: [
        [
          drawText([60, 720, "Markets fall again", 16], [330, 720, "Weather for Friday", 16]),
          drawLines(60, 700, [
            "Shares fell by 2% after the",
            ...Array(6).fill("bank of the harbour towns of the"),
            "north raised its rate to 4%.",
          ]),
          drawLines(330, 700, [
            "Rain in the west, and wind of",
            ...Array(6).fill("60 km/h along the coasts and the"),
            "rivers that end there today.",
          ]),
        ].join("\n"),
      ],
    },
    /^Markets fall again$.*^Weather for Friday$/ms,
    [],
  ],
  [
    "the head of another chapter on each page",
    {
      pages: [..."abcdefghijkl"].map((chapter, index) =>
        [
          drawText([60, 780, `Part ${chapter} of the report`, 8], [520, 780, String(index + 1), 8]),
          drawLines(60, 740, column(index + 1), 10),
        ].join("\n"),
      ),
    },
    /^Row 1 of the report of part 1 /,
    [
      `Left out as running heads and page numbers: “1” on 12 pages, ${[..."abcdefghijk"].map((chapter, index) => `“Part ${chapter} of the report” on page ${index + 1}`).join(", ")} and “Part l of the report” on page 12.`,
    ],
  ],
  [
    "hyphens that are positioned by themselves",
    {
      fonts: COURIER,
      pages: [
        [
          divided(700, "The board of the harbour is without fear of persecu"),
          divided(686, "tion as it said in the schools and all of them, hos"),
          typed(60, 672, "pitals of the town, which the board and the mayor see."),
        ].join("\n"),
      ],
    },
    /^The board of the harbour is without fear of persecution as it said in the schools and all of them, hos-?pitals of the town, which the board and the mayor see\.$/,
    [expect.stringMatching(/“hos-pitals”/) as unknown as string],
  ],
  [
    "spaces that are drawn before the words of their line",
    {
      fonts: COURIER,
      pages: [
        [
          drawLines(60, 780, column(1).slice(0, 3), 10),
          spacesFirst(700, "the port has one sea wall now"),
          spacesFirst(686, "and ship men say the wall led"),
          spacesFirst(672, "the town may get new sand too"),
        ].join("\n"),
      ],
    },
    /the port has one sea wall now and ship men say the wall led the town may get new sand too$/,
    [],
  ],
  [
    "notes that are little smaller than the text, which goes on in the next column",
    {
      pages: [
        [
          drawLines(
            60,
            200,
            [
              ...Array(6).fill("the harbour towns of the north and the"),
              "west say what the board did in the govern-",
            ],
            11,
          ),
          drawText([60, 90, "1 See the report of the harbour board,", 10]),
          drawText([60, 76, "which was published in May.", 10]),
          drawLines(
            330,
            740,
            ["ment of the town in its year, which is in", "The Gull of May and in no other paper."],
            11,
          ),
        ].join("\n"),
      ],
    },
    /in the government of the town in its year, which is in The Gull of May and in no other paper\.$/m,
    [],
  ],
  [
    "notes that name one page after another",
    {
      pages: [1, 2, 3].map((page) =>
        [
          drawText([60, 780, "The Daily Gull", 8]),
          drawLines(60, 740, column(page), 10),
          drawText([60, 60, `${page} See the board and the mayor, page ${40 + page}.`, 8]),
        ].join("\n"),
      ),
    },
    /^1 See the board and the mayor, page 41\..*^3 See the board and the mayor, page 43\.$/ms,
    ["Left out as running heads and page numbers: “The Daily Gull” on pages 1, 2 and 3."],
  ],
  [
    "a head that is a long question, as of a printed web page",
    {
      pages: [1, 2, 3].map((page) =>
        [drawText([60, 780, HEAD, 8]), drawLines(60, 740, column(page), 10)].join("\n"),
      ),
    },
    /^Row 1 of the report of part 1 /,
    [`Left out as running heads and page numbers: “${HEAD}” on pages 1, 2 and 3.`],
  ],
  [
    "nothing but a head and a foot on each page",
    {
      pages: [1, 2, 3].map(
        (page) =>
          `/Artifact BMC ${drawText([60, 780, "The Daily Gull of the harbour", 8], [500, 20, `${page}/3`, 8])} EMC`,
      ),
    },
    /The Daily Gull of the harbour.*2\/3/s,
    [],
  ],
];

test.each(CASES)("keeps the words of a PDF with %s", async (_, parts, text, notes) => {
  const read = await readPdf(makePdf(parts));
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n")).toMatch(
    text,
  );
  expect(read.value.notes).toEqual(notes);
});
