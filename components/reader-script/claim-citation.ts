import { attributionOf, entryOf, quoteOf } from "./claims";
import { titleOf } from "./claims-at";
import { quotation } from "./quotation";

/** A quotation that can be pasted: who made the claim, where, and what the check found. */
export interface ClaimCitation {
  text: string;
  html: string;
}

/** The address of a claim on its page. Documents outside their site say what that is. */
export function addressOf(number: string): string {
  const { address = `${location.origin}${location.pathname}` } = document.body.dataset;
  return `${address}#claim-${number}`;
}

/**
 * The words of the article that a claim is about, with claimant, article, finding and addresses.
 * @param words of the page's language, as ClaimCards has them
 */
export function citationOf(number: string, words: DOMStringMap): ClaimCitation {
  const entry = entryOf(number);
  const quote = quoteOf(entry);
  const address = addressOf(number);
  const attributed = attributionOf(entry);
  const attribution = attributed?.textContent ?? "";
  const { quotation: marks = "", article = "", articleAddress = "", check = "" } = words;
  const finding = check.replace("__finding__", () => titleOf(number));
  const lines = [attribution, `${article} ${articleAddress}`.trim(), `${finding} ${address}`];
  const block = element("blockquote", quote?.textContent ?? "");
  block.setAttribute("cite", address);
  for (const name of ["lang", "dir"]) {
    const value = quote?.closest(`[${name}]`)?.getAttribute(name);
    if (value) block.setAttribute(name, value);
  }
  const paragraphs = [
    // With the languages of the names in it.
    attributed ? copyOf(attributed) : "",
    articleAddress === "" ? article : linked(article, articleAddress),
    linked(finding, address),
  ];
  return {
    text: [quotation(quote?.textContent ?? "", marks), ...lines.filter(Boolean)].join("\n"),
    html: [block, ...paragraphs.filter((content) => content !== "").map((content) => element("p", content))]
      .map(({ outerHTML }) => outerHTML)
      .join(""),
  };
}

function element(name: string, content: string | Node): HTMLElement {
  const made = document.createElement(name);
  made.append(content);
  return made;
}

/** What is in an element, for another one. */
function copyOf(from: Element): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const child of from.cloneNode(true).childNodes) copy.append(child.cloneNode(true));
  return copy;
}

function linked(text: string, address: string): HTMLElement {
  const link = element("a", text);
  link.setAttribute("href", address);
  return link;
}
