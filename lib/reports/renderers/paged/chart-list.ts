import type { RootContent } from "mdast";
import { text } from "../text/block-nodes";
import type { ChartRow } from "./paged-document";

/** The chart of ratings as a list: "False: 3". */
export function chartList(chart: readonly ChartRow[]): RootContent[] {
  if (chart.length === 0) return [];
  return [
    {
      type: "list",
      ordered: false,
      spread: false,
      children: chart.map(({ label, count }) => ({
        type: "listItem",
        spread: false,
        children: [{ type: "paragraph", children: [text(`${label}: ${count}`)] }],
      })),
    },
  ];
}
