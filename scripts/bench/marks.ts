import { foldPage } from "../../components/marks-script/fold-page";
import { quoteFinder } from "../../components/marks-script/quote-finder";
import { describeAnchor } from "../../lib/anchoring/describe-anchor";
import { seededRandom } from "../evaluate/random";
import { longText, randomSpans } from "./anchoring";
import { median } from "./median";

/** How long the script for the publisher's own page takes to find claims in the text of the page. */
export function benchMarks(): string[][] {
  return [500, 2_000].map((claims) => {
    // With curly quotation marks and other white space than the desk has, so that the page has to be folded.
    const text = longText(20_000);
    const page = `Menu\n${text.replaceAll("\n", "\n\n  ").replaceAll("'", "’")}\nImprint`;
    const quotes = randomSpans(text, claims, seededRandom(7)).map(({ start, end }) =>
      describeAnchor(text, start, end),
    );
    const runs = Array.from({ length: 5 }, () => {
      const began = performance.now();
      const folding = foldPage(page);
      let folded = folding.next();
      for (; !folded.done; ) folded = folding.next();
      const find = quoteFinder(folded.value);
      const prepared = performance.now();
      const found = quotes.filter((quote) => find(quote) !== null).length;
      return { found, prepare: prepared - began, all: performance.now() - began };
    });
    return [
      "20,000 words",
      String(claims),
      String(runs[0]?.found),
      `${Math.round(median(runs.map(({ prepare }) => prepare)))} ms`,
      `${Math.round(median(runs.map(({ all }) => all)))} ms`,
    ];
  });
}
