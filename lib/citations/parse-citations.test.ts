import { afterEach, describe, expect, test, vi } from "vitest";
import { CITATION_LIMITS, parseCitations } from "./parse-citations";

function read(text: string) {
  const result = parseCitations(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.citations;
}

/** Like Zotero's BibTeX and BibLaTeX exports. */
const ZOTERO_BIB = String.raw`
@misc{muller_trade_2024,
	title = {Trade \& the {EU}: {\"U}ber {\textquotedblleft}figures{\textquotedblright} \textit{in} 2023 --- a caf\'e},
	url = {https://example.org/a_b?c=1&d=50%25},
	abstract = {An abstract with @ and {braces}.},
	language = {en},
	urldate = {2024-06-01},
	journal = {Example Times},
	author = {M{\"u}ller, J{\"o}rg and {Ministry of Trade and Industry} and van der Berg, Anna},
	month = may,
	year = {2024},
}

@online{office_harvest_2024,
	title = {Harvest},
	url = {https://example.org/harvest},
	organization = {Statistics office},
	author = {{Statistics office}},
	urldate = {2024-06-02},
	date = {2024-05},
}

@string{ts = "Trade Studies"}
@ARTICLE(smith2020,
  Author = "John Smith and Ana Ruiz",
  Title = "On {T}rade",
  Journal = ts # " Quarterly",
  Year = 2020,
  DOI = "https://doi.org/10.1000/ABC"
)
@comment{nothing}
@techreport{d, title = {A report}, institution = {Institute}, year = 2019}
@misc{e, title = {E}, howpublished = {\url{https://example.org/e}}, year = {2018}}`;

test("BibTeX with braces, accents, escapes, months and addresses", () => {
  expect(
    read(ZOTERO_BIB).map(({ fields, accessedOn, problems }) => ({ ...fields, accessedOn, problems })),
  ).toMatchObject([
    {
      title: "Trade & the EU: Über “figures” in 2023 — a café",
      url: "https://example.org/a_b?c=1&d=50%25",
      publisher: "Example Times",
      authors: ["Müller, Jörg", "Ministry of Trade and Industry", "van der Berg, Anna"],
      publishedOn: "2024-05",
      language: "en",
      kind: "web_page",
      accessedOn: "2024-06-01",
      problems: [],
    },
    {
      title: "Harvest",
      publisher: "Statistics office",
      publishedOn: "2024-05",
      kind: "web_page",
      accessedOn: "2024-06-02",
    },
    {
      title: "On Trade",
      authors: ["Smith, John", "Ruiz, Ana"],
      publisher: null,
      details: { containerTitle: "Trade Studies Quarterly" },
      publishedOn: "2020",
      doi: "https://doi.org/10.1000/ABC",
      kind: "article",
      problems: [],
    },
    { title: "A report", publisher: "Institute", kind: "report" },
    { title: "E", url: "https://example.org/e", kind: "web_page" },
  ]);
});

test("RIS with a byte order mark, CRLF, several authors, older tags and a value on two lines", () => {
  const text = [
    "\uFEFFTY  - NEWS",
    "T1  - Trade  - a record",
    "AU  - Müller, Jörg",
    "AU  - Ministry of Trade",
    "T2  - Example Times",
    "DA  - 2024/05/17/",
    "PY  - 2024",
    "AB  - One line",
    "and another",
    "UR  - https://example.org/a?b=1&c=2",
    "Y2  - 2024/06/01/09:30:00",
    "LA  - en",
    "DO  - 10.1000/182",
    "ER  - ",
    "",
    "TY  - RPRT",
    "A1  - Aziz, Noor",
    "T1  - Harvest",
    "Y1  - 2023///",
    "PB  - Office",
    "ER  -",
  ].join("\r\n");
  expect(read(text)).toMatchObject([
    {
      fields: {
        title: "Trade - a record",
        authors: ["Müller, Jörg", "Ministry of Trade"],
        publisher: "Example Times",
        publishedOn: "2024-05-17",
        url: "https://example.org/a?b=1&c=2",
        doi: "10.1000/182",
        language: "en",
        kind: "article",
      },
      accessedOn: "2024-06-01",
      problems: [],
    },
    {
      fields: {
        title: "Harvest",
        authors: ["Aziz, Noor"],
        publisher: "Office",
        publishedOn: "2023",
        kind: "report",
      },
      problems: [],
    },
  ]);
});

test("CSL-JSON: one item or a list, dates of numbers or strings, particles, markup in titles", () => {
  const item = {
    id: "http://zotero.org/users/1/items/A",
    type: "article-journal",
    title: 'On <i>Trade</i> <span class="nocase">EU</span> & a < b',
    author: [
      { family: "Berg", given: "Anna", "non-dropping-particle": "van der" },
      { literal: "Ministry of Trade" },
      { family: "King", given: "Martin", suffix: "Jr." },
    ],
    issued: { "date-parts": [["2024", 5, "7"]] },
    accessed: { "date-parts": [[2024, 6, 1]] },
    "container-title": "Trade Studies",
    volume: 12,
    URL: "https://doi.org/10.1000/182",
  };
  for (const text of [
    JSON.stringify(item),
    JSON.stringify([item]),
    JSON.stringify({ items: [item] }, null, 2),
  ])
    expect(read(text)).toMatchObject([
      {
        fields: {
          title: "On Trade EU & a < b",
          authors: ["van der Berg, Anna", "Ministry of Trade", "King, Martin, Jr."],
          publishedOn: "2024-05-07",
          publisher: null,
          details: { containerTitle: "Trade Studies", volume: "12" },
          doi: "10.1000/182",
          kind: "article",
        },
        accessedOn: "2024-06-01",
        problems: [],
      },
    ]);
});

test("BibTeX: “and others” is not an author, and escapes in URLs are removed", () => {
  const [entry] = read(
    String.raw`@online{a, title = {A}, author = {Doe, Jane and others}, url = {\url{https://example.org/a\_b?c=1\&d=2}}, date = {2024-05-17/2024-05-19}}`,
  );
  expect(entry).toMatchObject({
    fields: { authors: ["Doe, Jane"], url: "https://example.org/a_b?c=1&d=2", publishedOn: "2024-05-17" },
    problems: [],
  });
});

test.each([
  ["a date in words", { issued: { raw: "May 17, 2024" } }, { publishedOn: "2024-05-17" }],
  ["a date as a string", { issued: "2024-05-17" }, { publishedOn: "2024-05-17" }],
  [
    "lists with one value",
    { "container-title": ["Times"], DOI: ["10.1000/182"] },
    { publisher: "Times", doi: "10.1000/182" },
  ],
])("tolerates CSL-JSON variants: %s", (_, part, fields) => {
  expect(read(JSON.stringify([{ type: "webpage", title: "A", ...part }]))).toMatchObject([
    { fields, problems: [] },
  ]);
});

describe("an invalid entry is named, and the others are read", () => {
  test.each<[string, string, string, string]>([
    [
      "a missing brace",
      "@misc{broken, title = {A\n@misc{whole, title = {B}}",
      "Entry 1 (broken)",
      "closing brace",
    ],
    [
      "a missing comma",
      "@misc{broken, title = {A} year = 2024}\n@misc{whole, title = {B}}",
      "Entry 1 (broken)",
      "comma",
    ],
    [
      "no title",
      "@misc{broken, year = 2024}\n@misc{whole, title = {B}}",
      "Entry 1 (broken)",
      "Enter a title",
    ],
    [
      "an address that runs a script",
      "TY  - ELEC\nTI  - A\nUR  - javascript:alert(1)\nER  - \nTY  - GEN\nTI  - B\nER  - ",
      "A",
      "Only http and https",
    ],
    ["an invalid DOI", '[{"type":"book","title":"A","DOI":"none"},{"title":"B"}]', "A", "not a DOI"],
    ["something that is not an entry", '["A",{"title":"B"}]', "Entry 1", "not a CSL-JSON entry"],
    [
      "a title that is too long",
      JSON.stringify([{ title: "A".repeat(501) }, { title: "B" }]),
      "A".repeat(501),
      "501 characters",
    ],
  ])("%s", (_, text, name, problem) => {
    const [first, second] = read(text);
    expect(first?.name).toBe(name);
    expect(first?.problems.join(" ")).toContain(problem);
    expect(second).toMatchObject({ fields: { title: "B" }, problems: [] });
  });
});

test("hostile fields are imported as text", () => {
  const [entry] = read('@misc{x, title = {<script>alert(1)</script>}, author = {"><img src=x onerror=y>}}');
  expect(entry?.fields.title).toBe("<script>alert(1)</script>");
});

describe("an error says what to do", () => {
  test.each([
    ["nothing", " \n", "Paste entries"],
    ["a DOI", "10.1000/182", "A DOI alone"],
    ["DOIs, one per line", "https://doi.org/10.1000/182\ndoi:10.1000/183", "A DOI alone"],
    ["an address", "https://example.org/a", "An address alone"],
    ["a Wikidata item", "Q42", "neither BibTeX, RIS nor CSL-JSON"],
    [
      "formatted citations",
      "Müller, J. (2024). Trade. Times.\nAziz, N. (2023). Harvest.",
      "formatted citation",
    ],
    ["JSON that ends too early", '[{"title": "A"}, {"title": "B"', "error in entry 2, on line 1"],
    ["JSON with a comma too many", '[\n{"title": "}A"},\n{"title": "B",}]', "error in entry 2, on line 3"],
    ["JSON with a comma too few", '{"title": "A"}\n{"title": "B"}', "error after entry 1, on line 2"],
    ["an empty list", "[]", "No entries found"],
    ["too much", `@misc{${"a".repeat(CITATION_LIMITS.text)}`, "2,000,000"],
    ["too many", JSON.stringify(Array(1001).fill({ title: "A" })), "1,001 entries; the limit is 1,000"],
  ])("%s", (_, text, message) => {
    expect(parseCitations(text)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message) },
    });
  });
});

describe("no network", () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ["a DOI", "10.1000/182"],
    ["an address", "https://example.org/a.bib"],
    ["a Wikidata address", "https://www.wikidata.org/wiki/Q42"],
    ["a list of addresses", '["https://doi.org/10.1000/182", "Q42", "https://www.wikidata.org/wiki/Q42"]'],
    ["a Wikidata answer", '{"entities": {"Q42": {"id": "Q42", "claims": {}, "labels": {}}}}'],
    ["a DOI in JSON", '{"DOI": "10.1000/182", "title": "https://doi.org/10.1000/182"}'],
    [
      "addresses in BibTeX",
      "@misc{https://doi.org/10.1000/182, title = {https://example.org}, url = {https://example.org}, doi = {10.1000/182}, crossref = {https://example.org}}",
    ],
    [
      "addresses in RIS",
      "TY  - GEN\nTI  - https://doi.org/10.1000/182\nUR  - https://example.org\nL1  - https://example.org/a.pdf\nER  - ",
    ],
  ])("%s", (_, text) => {
    // Citation.js fetches with node-fetch or a child process; both start with one of these.
    const net = process.getBuiltinModule("node:net");
    const children = process.getBuiltinModule("node:child_process");
    const spies = [
      vi.spyOn(net.Socket.prototype, "connect"),
      vi.spyOn(children, "spawn"),
      vi.spyOn(children, "spawnSync"),
      vi.spyOn(children, "execFileSync"),
      vi.spyOn(globalThis, "fetch"),
    ];
    parseCitations(text);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

test("a large file is parsed quickly", () => {
  const entry = (index: number) =>
    `@misc{k${index}, title = {Title {${index}}}, author = {A, B and C, D}, year = 2024}\n`;
  expect(read(Array.from({ length: 1000 }, (_, index) => entry(index)).join(""))).toHaveLength(1000);
});

/** A text of the maximum length. */
const long = (part: string, before = "x", after = "x") =>
  before + part.repeat((CITATION_LIMITS.text - before.length - after.length) / part.length) + after;

test.each([
  ["empty lines", long("\n")],
  ["spaces", long(" ")],
  ["returns", long("\r")],
  ["line separators", long("\u2028")],
  ["brackets", long("(", "@misc{", "")],
  ["spaces in an entry", long(" ", "@misc{", "}")],
  ["notes of spaces", JSON.stringify([{ title: "A", note: long(" ", "", "x").slice(99) }])],
])("a text of only %s finishes", (_, text) => {
  const result = parseCitations(text);
  expect(result.ok ? result.value.citations.length : result.error.message).toBeTruthy();
});

/** The date of the first entry. */
function dateIn(text: string): string | null | undefined {
  const parsed = parseCitations(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.citations[0]?.fields.publishedOn;
}

test.each([
  ["PY  - 2024\nDA  - 2024/05/17/", "2024-05-17"],
  ["PY  - 2024\nDA  - 2024/05//", "2024-05"],
  ["PY  - 2024\nDA  - 20240517", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 May 2024", "2024-05-17"],
  ["PY  - 2024\nDA  - May 17", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 May", "2024-05-17"],
  ["PY  - 2024\nDA  - 17 mai\nLA  - fr", "2024-05-17"],
  ["PY  - 2024\nDA  - May", "2024-05"],
  ["PY  - 2024\nDA  - 05/17", "2024-05-17"],
  ["PY  - 2024\nDA  - 05/06", "2024"],
  ["PY  - 2024\nDA  - 5", "2024"],
  ["PY  - 2024\nDA  - Spring", "2024"],
  ["PY  - 2024///Spring", "2024"],
  ["PY  - 2024/05/17/\nDA  - 2024", "2024-05-17"],
  ["PY  - 2023\nDA  - 2024/05/17", "2024-05-17"],
  ["DA  - 2024/05/17/", "2024-05-17"],
  ["Y1  - 2024/05/17/", "2024-05-17"],
  ["PY  - c. 1850", "1850"],
  ["DA  - soon", null],
])("RIS: %j is dated %s", (tags, expected) => {
  expect(dateIn(`TY  - JOUR\nTI  - Costs\n${tags}\nER  - \n`)).toBe(expected);
});

test.each([
  ["year = {2024}, month = may, day = {17}", "2024-05-17"],
  ["year = 2024, month = 5, day = 7", "2024-05-07"],
  ["year = 2024, month = {mai}", "2024-05"],
  ["year = 2024, month = {17 May}", "2024-05-17"],
  ["year = 2024, month = may # {~17}", "2024-05-17"],
  ['year = 2024, month = "7~" # may', "2024-05-07"],
  ["year = 2024, month = may # {~10}", "2024"],
  ["year = {c. 1850}", "1850"],
  ["year = {2023--2024}", "2023"],
  ["year = {in press}", null],
  ["date = {2024-05-17T10:00:00}", "2024-05-17"],
  ["date = {2024-05/2024-06}", "2024-05"],
  ["date = {2024-21}", "2024"],
  ["date = {1850~}", "1850"],
  ["date = {1850?}", "1850"],
  ["date = {2024/}", "2024"],
  ["date = {/2024}", "2024"],
])("BibTeX: %s is dated %s", (fields, expected) => {
  expect(dateIn(`@article{a, title = {A}, ${fields}}`)).toBe(expected);
});

test.each<[unknown, string | null]>([
  [{ "date-parts": [[2024, 5, 17]] }, "2024-05-17"],
  [{ "date-parts": [["2024", "05", "17"]] }, "2024-05-17"],
  [
    {
      "date-parts": [
        [2024, 5, 1],
        [2024, 6, 2],
      ],
    },
    "2024-05-01",
  ],
  [{ "date-parts": [[2024]], season: 1 }, "2024"],
  [{ "date-parts": [[2024, 21]] }, "2024"],
  [{ "date-parts": [[2024, 2, 31]] }, "2024-02"],
  [{ "date-parts": [[1850]], circa: true }, "1850"],
  [{ "date-parts": [[]], raw: "May 2024" }, "2024-05"],
  [{ season: "Spring", literal: "Spring 2024" }, "2024"],
  [{ literal: "circa 1850" }, "1850"],
  [{ raw: "2024-05-17/2024-06-01" }, "2024-05-17"],
  ["mar. 5 nov. 2024", "2024-11-05"],
  [2024, "2024"],
  [{ "date-parts": [[-50]] }, null],
])("CSL-JSON: %j is dated %s", (issued, expected) => {
  expect(dateIn(JSON.stringify([{ type: "book", title: "A", issued }]))).toBe(expected);
});

test("RIS: authors of both tags are read", () => {
  const parsed = parseCitations(
    "TY  - JOUR\nTI  - A\nAU  - Doe, Jane\nAU  - Reuters\nA1  - Roe, John\nER  - \n",
  );
  expect(parsed.ok && parsed.value.citations[0]?.fields.authors).toEqual([
    "Doe, Jane",
    "Reuters",
    "Roe, John",
  ]);
});
