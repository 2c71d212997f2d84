import { type CslItem, cslNamesIn, dateIn, isoOf, textIn, withoutCslMarkup } from "./csl-item";
import { formatName } from "./csl-name";
import { NAME_TAGS, RECORD_TYPES, TEXT_TAGS } from "./ris-fields";

/** Renders items as RIS. Not by Citation.js, which breaks lines, and thus URLs, after 70 characters. */
export function renderRis(items: readonly CslItem[]): string {
  return items.map(recordOf).join("\r\n");
}

type Line = [tag: string, value: string | undefined];

function recordOf(item: CslItem): string {
  const slashed = (field: string) => {
    const date = dateIn(item, field);
    if (!date) return undefined;
    const [year, month = "", day = ""] = isoOf(date).split("-");
    return `${year}/${month}/${day}/`;
  };
  const text = (field: string) => textIn(item, field);
  const names = NAME_TAGS.flatMap(([field, tag]) =>
    cslNamesIn(item, field).map((name): Line => [tag, formatName(name)]),
  );
  const fields: Line[] = [
    ["TI", text("title")],
    ...names,
    ["T2", text("container-title")],
    ["C3", item.type === "paper-conference" ? text("event-title") : undefined],
    ["PB", text("publisher")],
    ...TEXT_TAGS.map(([field, tag]): Line => [tag, text(field)]),
    ...pageLines(item),
    ["SN", text("ISBN")],
    ["SN", text("ISSN")],
    ...(text("keyword") ?? "").split(/[,;]/).map((word): Line => ["KW", word.trim()]),
    ["DA", slashed("issued")],
    ["PY", dateIn(item, "issued")?.["date-parts"][0][0]?.toString()],
    ["DO", text("DOI")],
    ["UR", text("URL")],
    ["Y2", slashed("accessed")],
    ...(text("note") ?? "").split("\n").map((line): Line => ["N1", line.trim()]),
    ["ID", text("citation-key")],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const plain = value && withoutCslMarkup(value);
    return plain ? [`${tag}  - ${plain}`] : [];
  });
  return `TY  - ${RECORD_TYPES[item.type] ?? "GEN"}\r\n${[...lines, "ER  - "].join("\r\n")}\r\n`;
}

/** First and last page. Pages of another form, such as "12, 14-16", are written in the field of the first. */
function pageLines(item: CslItem): Line[] {
  const page = textIn(item, "page");
  const range = /^([^\s,–-]+)\s*[–-]\s*([^\s,–-]+)$/.exec(page ?? "");
  const total = textIn(item, "number-of-pages");
  if (range)
    return [
      ["SP", range[1]],
      ["EP", range[2]],
    ];
  // Other record types have no tag for the number of pages.
  return [
    [
      "SP",
      page ?? (/^(?:book|classic|thesis)$/.test(item.type) && /^\d+$/.test(total ?? "") ? total : undefined),
    ],
  ];
}
