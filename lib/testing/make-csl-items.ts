import type { CslData, CslValue } from "@/lib/sources/csl-data";

/** Every type of CSL 1.0.2. */
export const CSL_TYPES = [
  ...["article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast"],
  ...["chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary"],
  ...[
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
  ],
  ...["manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent"],
  ...["performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report"],
  ...["review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"],
] as const;

/** Every text field of CSL 1.0.2, without identifiers and addresses, which have a form of their own. */
const TEXTS = [
  ...[
    "abstract",
    "annote",
    "archive",
    "archive_collection",
    "archive_location",
    "archive-place",
    "authority",
  ],
  ...["call-number", "citation-label", "collection-title", "container-title", "container-title-short"],
  ...["dimensions", "division", "event-title", "event-place", "genre", "journalAbbreviation", "jurisdiction"],
  ...["keyword", "medium", "note", "original-publisher", "original-publisher-place", "original-title"],
  ...[
    "part-title",
    "publisher",
    "publisher-place",
    "references",
    "reviewed-genre",
    "reviewed-title",
    "scale",
  ],
  ...["section", "shortTitle", "source", "status", "title-short", "volume-title", "year-suffix"],
];
const NUMBERS = [
  ...["chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages"],
  ...["number-of-volumes", "part-number", "printing-number", "supplement-number", "version", "volume"],
];
const NAMES = [
  ...["author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor"],
  ...["curator", "director", "editor", "editorial-director", "executive-producer", "guest", "host"],
  ...["illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer"],
  ...["recipient", "reviewed-author", "script-writer", "series-creator", "translator"],
];
const DATES = ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

const WORDS =
  "Trade harvest économie Übersicht العربية 中文 figures of the year & “more” <i>in</i> 50% {x} $1 C_2 \\ ~ – 2".split(
    " ",
  );
const PEOPLE: CslValue[] = [
  { family: "Müller", given: "Jörg" },
  { family: "Berg", given: "Anna", "non-dropping-particle": "van der" },
  { family: "Musset", given: "Alfred", "dropping-particle": "de" },
  { family: "King", given: "Martin Luther", suffix: "Jr.", "comma-suffix": true },
  { literal: "Ministry of Trade and Industry" },
  { literal: "Department for Environment, Food and Rural Affairs" },
  { family: "孔子" },
  { family: "Doe", given: "Jane", "parse-names": true },
];
const MADE_DATES: ((year: number) => CslValue)[] = [
  (year) => ({ "date-parts": [[year, 5, 17]] }),
  (year) => ({ "date-parts": [[String(year), "05"]] }),
  (year) => ({ "date-parts": [[year]], circa: true }),
  (year) => ({
    "date-parts": [
      [year, 5],
      [year, 7, 1],
    ],
  }),
  (year) => ({ "date-parts": [[year]], season: "2" }),
  (year) => ({ raw: `17 May ${year}` }),
  (year) => ({ literal: `spring ${year}` }),
];

/** Items of every type with all fields of CSL 1.0.2, the same at every call. No two share an address, a DOI or a title. */
export function makeCslItems(count: number): CslData[] {
  // A linear congruential generator (Numerical Recipes).
  let state = 16;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(values: readonly T[]) => values[random(values.length)] as T;
  const text = (words: number) => Array.from({ length: words }, () => pick(WORDS)).join(" ");
  return Array.from({ length: count }, (_, index): CslData => {
    const fields: [string, CslValue][] = [
      ["id", index % 3 === 0 ? index : `http://zotero.org/users/1/items/K${index}`],
      ["type", CSL_TYPES[index % CSL_TYPES.length] as string],
      ["title", `Work ${index}: ${text(6)}`],
      ...TEXTS.map((field): [string, CslValue] => [field, text(field === "abstract" ? 200 : 3)]),
      ...NUMBERS.map((field): [string, CslValue] => [
        field,
        pick<CslValue>([random(900), `${random(90)}a`, "XII"]),
      ]),
      ...NAMES.map((field): [string, CslValue] => [
        field,
        Array.from({ length: 1 + random(4) }, () => pick(PEOPLE)),
      ]),
      ...DATES.map((field): [string, CslValue] => [field, pick(MADE_DATES)(1900 + random(125))]),
      ["page", pick(["12-34", "e1021", "12, 14–16", 7])],
      ["ISBN", "978-0-306-40615-7"],
      ["ISSN", "2049-3630"],
      ["DOI", `10.1000/Made.${index}`],
      ["PMID", String(10_000 + index)],
      ["PMCID", `PMC${index}`],
      ["URL", `https://example.org/made/${index}?a=1&b=%20#c`],
      ["language", pick(["en-GB", "de", "ar", "english"])],
      ["citation-key", `made_${index}`],
      ["categories", ["one", "two"]],
      ["custom", { "short-id": `s${index}`, nested: { list: [1, "two", null, true] } }],
    ];
    // Every fifth entry has all fields; the others some of them, as in a library.
    const some = fields.filter(
      ([field]) => index % 5 === 0 || field === "title" || field === "type" || random(3) > 0,
    );
    return Object.fromEntries(some);
  });
}
