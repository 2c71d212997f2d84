import { Marked, Tokenizer } from "marked";

/** More UTF-16 units than any link has, with its text: addresses have at most 8,000. */
const MAX_LINK_LENGTH = 12_000;

/** More links and pictures than any article has; each takes about half a millisecond until it is in our document. */
export const MAX_LINKS = 20_000;

/** Looks for a link no further than one can be long: without spaces, its address would be sought to the end of the paragraph, for each link. */
class BoundedTokenizer extends Tokenizer {
  override link(source: string) {
    return super.link(source.slice(0, MAX_LINK_LENGTH));
  }
}

const markdown = new Marked({ gfm: true });
markdown.setOptions({ tokenizer: new BoundedTokenizer() });

/** The HTML of a Markdown text, as its readers show it. */
export function markdownHtml(value: string): string {
  return markdown.parse(value, { async: false });
}

/** Whether a Markdown text has more links and pictures than `MAX_LINKS`. */
export function hasTooManyLinks(value: string): boolean {
  let links = 0;
  for (let at = value.indexOf("]("); at >= 0; at = value.indexOf("](", at + 2))
    if (++links > MAX_LINKS) return true;
  return false;
}
