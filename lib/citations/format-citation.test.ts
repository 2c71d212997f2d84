import { beforeAll, describe, expect, test } from "vitest";
import type { SourceKind } from "@/lib/sources/source";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { CITATION_STYLES, type CitationStyle } from "./citation-styles";
import type { CitedWork } from "./csl-item";
import { formatCitation } from "./format-citation";

const work: CitedWork = {
  url: "https://example.org/a",
  doi: null,
  title: "Trade figures of the year",
  authors: ["Müller, Jörg", "Ministry of Trade"],
  publisher: "Example Times",
  publishedOn: "2024-05-17",
  language: "en",
  kind: "web_page",
  archiveUrl: "https://web.archive.org/web/2024/https://example.org/a",
  details: NO_DETAILS,
};

// Parsing the styles is slow but happens only once.
beforeAll(() => {
  for (const style of CITATION_STYLES) formatCitation(work, style);
});

const apa = (rest: string) => `Müller, J., &#38; Ministry of Trade. ${rest} https://example.org/a`;
const chicago = (rest: string) => `Müller, Jörg, and Ministry of Trade. 2024. ${rest} https://example.org/a.`;
const mla = (rest: string) =>
  `Müller, Jörg, and Ministry of Trade. ${rest}, 17 May 2024, https://example.org/a.`;
const italicMla = mla("<i>Trade Figures of the Year</i>. Example Times");
const quotedMla = mla("“Trade Figures of the Year.” <i>Example Times</i>");

describe("each kind in each style", () => {
  test.each<[SourceKind, Record<CitationStyle, string>]>([
    [
      "web_page",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i>. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Example Times. May 17, 2024."),
        mla: quotedMla,
      },
    ],
    [
      "article",
      {
        apa: apa("(2024, May 17). Trade figures of the year. <i>Example Times</i>."),
        chicago: chicago("“Trade Figures of the Year.” <i>Example Times</i>, May 17, 2024."),
        mla: quotedMla,
      },
    ],
    [
      "report",
      {
        apa: apa("(2024). <i>Trade figures of the year</i>. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Example Times."),
        mla: italicMla,
      },
    ],
    [
      "dataset",
      {
        apa: apa("(2024). <i>Trade figures of the year</i> [Data set]. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Example Times."),
        mla: italicMla,
      },
    ],
    [
      "law",
      {
        apa: "Trade Figures of the Year (2024). https://example.org/a",
        chicago: chicago("<i>Trade Figures of the Year</i>. Example Times."),
        mla: italicMla,
      },
    ],
    [
      "transcript",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i> [Transcript]. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Transcript. Example Times."),
        mla: italicMla,
      },
    ],
    [
      "interview",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i> [Interview]. Example Times."),
        chicago: chicago("Trade figures of the year. Interview. Example Times."),
        mla: italicMla,
      },
    ],
    [
      "social_post",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i> [Social media post]. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Social media post. <i>Example Times</i>."),
        mla: quotedMla,
      },
    ],
    [
      "media",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i> [Image, audio or video]. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Image, audio or video. Example Times."),
        mla: italicMla,
      },
    ],
    [
      "other",
      {
        apa: apa("(2024, May 17). <i>Trade figures of the year</i>. Example Times."),
        chicago: chicago("“Trade Figures of the Year.” Example Times."),
        mla: italicMla,
      },
    ],
  ])("%s", (kind, expected) => {
    const formatted = CITATION_STYLES.map((style) => [style, formatCitation({ ...work, kind }, style).html]);
    expect(Object.fromEntries(formatted)).toEqual(expected);
  });
});

test.each<[string, Partial<CitedWork>, CitationStyle, string]>([
  [
    "a journal article with a DOI",
    { kind: "article", doi: "10.1000/182", authors: ["Müller, Jörg"], publisher: "Trade Studies" },
    "apa",
    "Müller, J. (2024). Trade figures of the year. Trade Studies. https://doi.org/10.1000/182",
  ],
  [
    "an organisation that is author and publisher, once",
    { authors: ["Ministry of Trade"], publisher: "Ministry of Trade" },
    "apa",
    "Ministry of Trade. (2024, May 17). Trade figures of the year. https://example.org/a",
  ],
  [
    "no author: the title first",
    { authors: [] },
    "chicago",
    "“Trade Figures of the Year.” 2024. Example Times. May 17, 2024. https://example.org/a.",
  ],
  [
    "a month",
    { authors: [], publishedOn: "2024-05" },
    "mla",
    "“Trade Figures of the Year.” Example Times, May 2024, https://example.org/a.",
  ],
  [
    "another language keeps its capitals",
    { authors: [], title: "Der Handel mit dem Osten", language: "de" },
    "mla",
    "“Der Handel mit dem Osten.” Example Times, 17 May 2024, https://example.org/a.",
  ],
  [
    "three authors",
    { authors: ["Aziz, Noor", "Berg, Anna", "Cho, Min"] },
    "mla",
    "Aziz, Noor, et al. “Trade Figures of the Year.” Example Times, 17 May 2024, https://example.org/a.",
  ],
  [
    "an organisation with commas in its name",
    { authors: ["Department for Environment, Food and Rural Affairs"] },
    "apa",
    "Department for Environment, Food and Rural Affairs. (2024, May 17). Trade figures of the year. Example Times. https://example.org/a",
  ],
  [
    "name suffixes",
    { authors: ["King, Martin Luther, Jr.", "Roe, John, III"] },
    "chicago",
    "King, Martin Luther, Jr., and John Roe III. 2024. “Trade Figures of the Year.” Example Times. May 17, 2024. https://example.org/a.",
  ],
  [
    "an unpublished interview",
    { kind: "interview", url: null, publisher: null, authors: ["Aziz, Noor"] },
    "apa",
    "Aziz, N. (2024, May 17). Trade figures of the year [Interview].",
  ],
  [
    "a title in Arabic",
    { authors: [], title: "أرقام التجارة", language: "ar" },
    "apa",
    "أرقام التجارة. (2024, May 17). Example Times. https://example.org/a",
  ],
])("%s", (_, part, style, expected) => {
  expect(formatCitation({ ...work, ...part }, style).text).toBe(expected);
});

/* Examples published in the handbooks or on their official sites. */
test.each<[string, Partial<CitedWork>, CitationStyle, string]>([
  [
    "a newspaper",
    {
      kind: "article",
      authors: ["Carey, Benedict"],
      publishedOn: "2019-03-22",
      title: "Can we get better at forgetting?",
      publisher: "The New York Times",
      url: "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
    },
    "apa",
    "Carey, B. (2019, March 22). Can we get better at forgetting? <i>The New York Times</i>. https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
  ],
  [
    "a page by an organisation, with a month",
    {
      authors: ["World Health Organization"],
      publisher: "World Health Organization",
      publishedOn: "2018-03",
      title: "Questions and answers on immunization and vaccine safety",
      url: "https://www.who.int/features/qa/84/en/",
    },
    "apa",
    "World Health Organization. (2018, March). <i>Questions and answers on immunization and vaccine safety</i>. https://www.who.int/features/qa/84/en/",
  ],
  [
    "a data set",
    {
      kind: "dataset",
      authors: ["D'Souza, Alexandra", "Wiseheart, Melody"],
      publishedOn: "2018",
      title: "Cognitive effects of music and dance training in children",
      publisher: "ICPSR",
      doi: "10.3886/icpsr37080.v1",
      url: null,
    },
    "apa",
    "D’Souza, A., &#38; Wiseheart, M. (2018). <i>Cognitive effects of music and dance training in children</i> [Data set]. ICPSR. https://doi.org/10.3886/icpsr37080.v1",
  ],
  [
    "a newspaper",
    {
      kind: "article",
      authors: ["Manjoo, Farhad"],
      publishedOn: "2017-03-08",
      title: "Snap Makes a Bet on the Cultural Supremacy of the Camera",
      publisher: "New York Times",
      url: "https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html",
    },
    "chicago",
    "Manjoo, Farhad. 2017. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” <i>New York Times</i>, March 8, 2017. https://www.nytimes.com/2017/03/08/technology/snap-makes-a-bet-on-the-cultural-supremacy-of-the-camera.html.",
  ],
])("as published: %s", (_, part, style, expected) => {
  expect(formatCitation({ ...work, ...part }, style).html).toBe(expected);
});

test("APA shows the access date only if the work has no date", () => {
  const undated = { ...work, authors: [], publishedOn: null };
  expect(formatCitation(undated, "apa", { accessedOn: "2024-06-01" }).text).toBe(
    "Trade figures of the year. (n.d.). Example Times. Retrieved June 1, 2024, from https://example.org/a",
  );
  expect(formatCitation(undated, "apa").text).toBe(
    "Trade figures of the year. (n.d.). Example Times. https://example.org/a",
  );
});

test.each(CITATION_STYLES)("markup in the fields stays text in %s", (style) => {
  const hostile = '<script>alert(1)</script> <i onclick=x>a</i> & "b"';
  const { html, text } = formatCitation(
    { ...work, title: hostile, publisher: hostile, authors: [hostile], url: "https://example.org/?a=<b>" },
    style,
  );
  expect(html.replaceAll(/<\/?i>/g, "")).not.toMatch(/[<>]/);
  expect(text.toLowerCase()).toContain("<script>alert(1)</script>");
});

describe("a full citation", () => {
  const paper: CitedWork = {
    ...work,
    kind: "article",
    doi: "10.1000/182",
    url: null,
    authors: ["Müller, Jörg"],
    title: "Trade figures",
    publisher: "Example Press",
    publishedOn: "2024-05",
    details: { ...NO_DETAILS, containerTitle: "Trade Studies", volume: "12", issue: "3", pages: "45-67" },
  };
  const chapter: CitedWork = {
    ...paper,
    doi: null,
    details: {
      ...NO_DETAILS,
      containerTitle: "A Handbook of Trade",
      editors: ["Doe, Jane", "Roe, John"],
      pages: "45-67",
      publisherPlace: "Berlin",
      isbn: "978-0-306-40615-7",
    },
  };
  test.each<[string, CitedWork, CitationStyle, string]>([
    [
      "a paper",
      paper,
      "apa",
      "Müller, J. (2024). Trade figures. Trade Studies, 12(3), 45–67. https://doi.org/10.1000/182",
    ],
    [
      "a paper",
      paper,
      "chicago",
      "Müller, Jörg. 2024. “Trade Figures.” Trade Studies 12 (3): 45–67. https://doi.org/10.1000/182.",
    ],
    [
      "a paper",
      paper,
      "mla",
      "Müller, Jörg. “Trade Figures.” Trade Studies, vol. 12, no. 3, Example Press, May 2024, pp. 45–67, https://doi.org/10.1000/182.",
    ],
    [
      "a chapter",
      chapter,
      "apa",
      "Müller, J. (2024). Trade figures. In J. Doe & J. Roe (Eds.), A Handbook of Trade (pp. 45–67). Example Press.",
    ],
    [
      "a chapter",
      chapter,
      "chicago",
      "Müller, Jörg. 2024. “Trade Figures.” In A Handbook of Trade, edited by Jane Doe and John Roe, 45–67. Berlin: Example Press.",
    ],
    [
      "a chapter",
      chapter,
      "mla",
      "Müller, Jörg. “Trade Figures.” A Handbook of Trade, edited by Jane Doe and John Roe, Example Press, 2024, pp. 45–67.",
    ],
  ])("%s: %#", (_, cited, style, expected) => {
    expect(formatCitation(cited, style).text).toBe(expected);
  });

  test("fields of an imported item that have no field here are used too", () => {
    const thesis: CitedWork = {
      ...paper,
      kind: "report",
      details: NO_DETAILS,
      doi: null,
      csl: { id: "x", type: "thesis", title: "Trade figures", genre: "PhD thesis", archive: "Archive" },
    };
    expect(formatCitation(thesis, "apa").text).toContain("PhD thesis");
  });

  test.each([
    ["no list of names", { author: "Doe", editor: 5 }],
    ["names without names", { author: [{}, null, "x", { given: 5 }] }],
    ["invalid dates", { issued: { "date-parts": [["x"]] }, accessed: 5 }],
    ["long text", { publisher: "a ".repeat(50_000) }],
    ["objects as text", { volume: { a: 1 }, note: [[]] }],
  ])("an item with %s can be formatted", (_, fields) => {
    const csl = { type: "book", title: "T", ...fields } as CitedWork["csl"];
    for (const style of CITATION_STYLES)
      expect(formatCitation({ ...work, kind: "other", ...(csl && { csl }) }, style).text).toContain("Trade");
  });
});
