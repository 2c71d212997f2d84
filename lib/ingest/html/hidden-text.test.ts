import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";

/** The text of a passage; blocks separated by "|". */
function textOf(value: string): string {
  const parsed = parseArticle({ format: "html", value, kind: "passage" });
  return parsed.ok ? parsed.value.text.replaceAll("\n", "|") : parsed.error.message;
}

test.each<[string, string, string]>([
  ["for screen readers only", "<p>Cost <span class=sr-only>dollars</span>12", "Cost 12"],
  [
    "the same by its style",
    "<p>Cost <span style='position:absolute; clip: rect(0, 0, 0, 0)'>dollars </span>12",
    "Cost 12",
  ],
  ["moved off the page", "<p>Cost <span style='position:absolute;left:-9999px'>dollars </span>12", "Cost 12"],
  ["the same far off", "<p>Cost <span style='text-indent:-10000px'>dollars </span>12", "Cost 12"],
  [
    "unseen by the page's own style sheet",
    "<style>p{color:red} .x, .vh { position: absolute; clip: rect(0 0 0 0) }</style><p>Cost <span class=vh>dollars </span>12",
    "Cost 12",
  ],
  [
    "a rule that depends on more",
    "<style>.js .vh{left:-9999px}</style><p>Cost <span class=vh>dollars </span>12",
    "Cost dollars 12",
  ],
  ["of no size", "<p>Cost <span style='font-size:0'>dollars </span>12", "Cost 12"],
  ["not displayed", "<p>Cost <span style='display:none'>dollars </span>12", "Cost 12"],
  ["hidden", "<p>Cost <span hidden>dollars </span>12", "Cost 12"],
  ["invisible", "<p>Cost <span style='visibility: hidden'>dollars </span>12", "Cost 12"],
  ["hidden in Word", "<p>Cost <span style='mso-hide:all'>dollars </span>12", "Cost 12"],
  [
    "seen, but not by screen readers",
    "<p>Cost <span aria-hidden=true>$12</span><span class=visually-hidden>12 dollars</span>",
    "Cost $12",
  ],
  [
    "an icon in a cell and its only text",
    "<table><tr><th>a<th>b<tr><td><i></i><span class=sr-only>Yes</span><td>c</table>",
    "a|b|Yes|c",
  ],
  ["all of the text", "<div style='font-size:0'><p>Cost 12</p></div>", "Cost 12"],
  ["faded in by a script", "<p style='opacity:0'>Cost 12", "Cost 12"],
])("hidden text: %s", (_, value, text) => {
  expect(textOf(value)).toBe(text);
});
