import { describe, expect, test } from "vitest";
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
