import { type CslItem, type CslType, formatName, isoOf } from "./csl-item";

const TYPES: Record<CslType, string> = {
  webpage: "ELEC",
  "article-newspaper": "NEWS",
  "article-journal": "JOUR",
  report: "RPRT",
  dataset: "DATA",
  legislation: "STAT",
  interview: "GEN",
  post: "ICOMM",
  document: "GEN",
};

/** Renders items as RIS. Not by Citation.js, which breaks lines, and thus URLs, after 70 characters. */
export function renderRis(items: readonly CslItem[]): string {
  return items.map(recordOf).join("\r\n");
}

function recordOf(item: CslItem): string {
  const slashed = (date: CslItem["issued"]) => {
    if (!date) return undefined;
    const [year, month = "", day = ""] = isoOf(date).split("-");
    return `${year}/${month}/${day}/`;
  };
  const fields: [string, string | undefined][] = [
    ["TY", TYPES[item.type]],
    ["TI", item.title],
    ...(item.author ?? []).map((name): [string, string] => ["AU", formatName(name)]),
    ["T2", item["container-title"]],
    ["PB", item.publisher],
    ["M3", item.genre],
    ["DA", slashed(item.issued)],
    ["PY", item.issued?.["date-parts"][0][0]?.toString()],
    ["LA", item.language],
    ["DO", item.DOI],
    ["UR", item.URL],
    ["Y2", slashed(item.accessed)],
    ["N1", item.note],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, " ")}`] : []));
  return `${[...lines, "ER  - "].join("\r\n")}\r\n`;
}
