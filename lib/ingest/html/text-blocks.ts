import { isBlock, isNotText } from "@/lib/notation/text-around";

/** The attribute that names a block of text while the article is looked for. */
export const BLOCK_ATTRIBUTE = "data-obelus-block";

/** A block that holds text itself, in the order of the page. */
export interface TextBlock {
  /** Its number, which is in its attribute. */
  number: number;
  name: string;
  text: string;
  /** Characters of its text that are in links. */
  linked: number;
  /** Whether it can be part of an article: not in navigation, a form, an advertisement or the like. */
  isEligible: boolean;
  /** Number of the element that is its list or table; 0 if there is none. */
  list: number;
}

/** An element of the page that can hold an article. */
export interface Container {
  parent: number;
  name: string;
  className: string;
  /** How much it says that it is the article: 2 for an article, 1 for the main part of a page. */
  rank: number;
  hasTime: boolean;
}

/** The blocks of a page and the elements around them, by their numbers. */
export interface BlockMap {
  blocks: TextBlock[];
  /** Every element comes after the one around it. */
  containers: Map<number, Container>;
  elements: Map<number, Element>;
}

const NOT_ARTICLE =
  /^(?:nav|aside|footer|form|button|dialog|menu|select|figure|figcaption|label|iframe|address)$/;
const ROLES =
  /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|menu|menubar|alert|search|form|note)$/;
const CALLED =
  /(?:^|[\s_-])(?:ads?|advert\w*|promo\w*|related|recommend\w*|share\w*|sharing|social\w*|newsletter\w*|subscri\w*|sign-?up|comments?|disqus|sidebar|footer\w*|nav\w*|menu|breadcrumbs?|tags?|taglist|byline\w*|author\w*|meta|metadata|credits?|copyright|caption\w*|widget\w*|banner|popup|modal|cookie\w*|consent|sponsor\w*|outbrain|taboola|teasers?|read-?(?:more|next|also)|more-(?:on|from)|toc|pagination|pager|print\w*|login|paywall|trending|popular|most-\w+|disclaimer|gallery|carousel|slide(?:s|show)?|player|video|poll|quiz|toolbar|masthead|skip\w*|infobox|navbox|reflist|noprint|hatnote|correction-form|feedback|donat\w*|cta|callout-ad|tooltip|dateline|timestamp)(?:$|[\s_-])/i;
const BLOCKS =
  "p,div,ul,ol,table,section,article,blockquote,h1,h2,h3,h4,h5,h6,pre,figure,header,footer,aside";
/** A time of day, and no more than its zone and its date. */
const TIME =
  /^\s*(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*(?:uhr|[A-Z]{2,4}))?|\d{1,2}\s*[ap]\.?m\.?)\s*$/i;
/** Names of blocks that can come back. */
const TEXT = /^(?:p|li|h[2-6]|blockquote|pre|dt|dd|div|section|td|th)$/;

/** Numbers the blocks of a page and their elements in a way that is the same each time. */
export function numberBlocks(body: Element): BlockMap {
  const map: BlockMap = { blocks: [], containers: new Map(), elements: new Map() };
  const holders = holdersOfBlocks(body);
  let next = 0;
  const walk = (element: Element, parent: number, eligible: boolean, list: number): void => {
    const number = ++next;
    const name = element.localName;
    const isEligible = eligible && !isOutside(element);
    const inList = list || (/^(?:ol|ul|dl|table)$/.test(name) ? number : 0);
    map.elements.set(number, element);
    map.containers.set(number, {
      parent,
      name,
      className: element.className,
      rank: rankOf(element),
      hasTime: false,
    });
    let text = "";
    let linked = 0;
    for (const child of element.childNodes) {
      if (child.nodeType === 3) text += child.textContent ?? "";
      else if (child.nodeType === 1 && !isNotText(child)) {
        const inner = child as Element;
        if (isBlock(inner) || holders.has(inner)) {
          walk(inner, number, isEligible, inList);
          text += " ";
          continue;
        }
        text += inner.textContent ?? "";
        linked += linkedIn(inner);
        if (inner.localName === "time" || inner.querySelector("time") || TIME.test(inner.textContent ?? ""))
          markTime(map, number);
      }
    }
    text = text.replace(/\s+/g, " ").trim();
    if (text === "") return;
    if (TIME.test(text)) markTime(map, number);
    element.setAttribute(BLOCK_ATTRIBUTE, String(number));
    map.blocks.push({ number, name, text, linked, isEligible: isEligible && TEXT.test(name), list: inList });
  };
  walk(body, 0, true, 0);
  // A block with text of its own comes before the blocks inside it.
  map.blocks.sort((one, other) => one.number - other.number);
  return map;
}

/** The elements that hold a block. */
function holdersOfBlocks(body: Element): ReadonlySet<Element> {
  const holders = new Set<Element>();
  for (const block of body.querySelectorAll(BLOCKS))
    for (let around = block.parentElement; around && !holders.has(around); around = around.parentElement)
      holders.add(around);
  return holders;
}

function linkedIn(element: Element): number {
  const links = element.localName === "a" ? [element] : [...element.querySelectorAll("a")];
  return links.reduce((length, link) => length + (link.textContent?.trim().length ?? 0), 0);
}

/** Notes that an element and the three around it hold a time. */
function markTime({ containers }: BlockMap, number: number): void {
  let at = number;
  for (let level = 0; level < 4; level++) {
    const container = containers.get(at);
    if (!container) return;
    container.hasTime = true;
    at = container.parent;
  }
}

/** Numbers of an element and those around it, outermost first. */
export function pathOf({ containers }: BlockMap, number: number): number[] {
  const path: number[] = [];
  for (let at = number; at > 0; at = containers.get(at)?.parent ?? 0) path.push(at);
  return path.reverse();
}

/** The elements inside one of some elements, and these. */
export function insideOf({ containers }: BlockMap, outer: Iterable<number>): ReadonlySet<number> {
  const inside = new Set(outer);
  for (const [number, { parent }] of containers) if (inside.has(parent)) inside.add(number);
  return inside;
}

function isOutside(element: Element): boolean {
  if (element.localName === "body") return false;
  if (NOT_ARTICLE.test(element.localName)) return true;
  const role = element.getAttribute("role");
  if (role && ROLES.test(role)) return true;
  return CALLED.test(`${element.className} ${element.id}`);
}

function rankOf(element: Element): number {
  if (element.localName === "article" || /\barticleBody\b/.test(element.getAttribute("itemprop") ?? ""))
    return 2;
  return element.localName === "main" || element.getAttribute("role") === "main" ? 1 : 0;
}
