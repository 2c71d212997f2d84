import { Parser } from "htmlparser2";
import type { FilePassage } from "@/lib/fidelity/passage";
import { JOINT, raised } from "@/lib/fidelity/tokens-of";
import { classesOutOfSight, isTakenAway } from "./hidden-by-style";
import { hasShadowTrees, type MarkupEvents, readShown } from "./shown-slots";

/** Elements whose content is never read as text. */
const UNREAD = new Set(
  "script style noscript noembed noframes iframe object embed canvas audio video head title textarea select option datalist button progress meter rt rp rtc annotation annotation-xml desc defs metadata symbol template".split(
    " ",
  ),
);
/** Elements without an end tag. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements within a line. All others end it. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr math mi mn mo ms mtext mrow mfrac msup msub msubsup msqrt mroot mstyle mover munder munderover mpadded mphantom mfenced semantics slot img svg output".split(
    " ",
  ),
);
/** Elements at whose edges two words touch without a space. */
const JOINED = new Set("sup sub mi mn mo ms mtext mfrac msup msub msubsup msqrt mroot".split(" "));
const RAISED: Readonly<Record<string, Open["raised"]>> = { sup: "superscript", sub: "subscript" };
const AROUND = new Set("nav aside footer form menu".split(" "));
const AROUND_ROLES =
  /^(?:navigation|complementary|contentinfo|banner|search|menu|menubar|note|toolbar|dialog|alertdialog)$/;
const AROUND_NAMES =
  /\b(?:share|sharing|social|related|recommend\w*|promo\w*|advert\w*|ad|ads|sponsor\w*|newsletter|subscri\w*|comments?|disqus|breadcrumbs?|toolbar|navigation|navbox|nav|menu|sidebar|widget|footer|cookie\w*|popup|modal|editsection|toc|metadata|infobox|printfooter|catlinks|byline|dateline|timestamp|author\w*|caption-credit|credit|tags?|topics?|most-?(?:read|viewed|popular)|trending|more-on|see-?also|skip\w*|hatnote)\b/i;

interface Open {
  name: string;
  isUnread: boolean;
  isAround: boolean;
  links: boolean;
  raised: "superscript" | "subscript" | null;
}

/**
 * The visible text of a page or a passage in reading order, from its markup alone: a second reader beside readHtml, of which it uses
 * nothing, so that neither repeats the other's mistakes. Linear in the length of the markup.
 * @param options.isXhtml whether an element can close itself, as in the chapters of an e-book
 */
export function visibleText(markup: string, { isXhtml = false }: { isXhtml?: boolean } = {}): FilePassage[] {
  const passages: FilePassage[] = [];
  const open: Open[] = [];
  let text = "";
  let linked = 0;
  let isAround = false;
  const isOutOfSight = classesOutOfSight(markup);
  const end = () => {
    if (/[\p{L}\p{N}]/u.test(text))
      passages.push({ text, isAroundArticle: isAround || linked > 0.6 * text.trim().length });
    text = "";
    linked = 0;
  };
  const events: MarkupEvents = {
    onopentag(name, attributes) {
      const parent = open.at(-1);
      if (!INLINE.has(name)) end();
      if (JOINED.has(name)) text += JOINT;
      if (name === "br" || name === "img") text += " ";
      if (VOID.has(name)) return;
      open.push({
        name,
        isUnread:
          (parent?.isUnread ?? false) ||
          UNREAD.has(name) ||
          isHidden(name, attributes) ||
          isOutOfSight(attributes.class ?? ""),
        isAround: (parent?.isAround ?? false) || isAroundArticle(name, attributes),
        links: (parent?.links ?? false) || name === "a",
        raised: RAISED[name] ?? raisedByStyle(attributes.style) ?? parent?.raised ?? null,
      });
    },
    ontext(data) {
      const here = open.at(-1);
      if (!here || here.isUnread) {
        if (!here) text += data;
        return;
      }
      if (/\S/u.test(data)) isAround = here.isAround;
      text += here.raised ? JOINT + raised(data, here.raised) + JOINT : data;
      if (here.links) linked += data.trim().length;
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      if (!INLINE.has(name)) end();
      if (JOINED.has(name)) text += JOINT;
      open.pop();
    },
  };
  const options = { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: isXhtml };
  if (hasShadowTrees(markup)) readShown(markup, events, options);
  else new Parser(events, options).end(markup);
  end();
  return passages;
}

/** Raised by a style of its own; undefined where that says nothing of it. */
function raisedByStyle(style: string | undefined): Open["raised"] | undefined {
  const align = /(?:^|;)\s*vertical-align\s*:\s*(super|sub)\b/i.exec(style ?? "")?.[1]?.toLowerCase();
  return align === undefined ? undefined : align === "super" ? "superscript" : "subscript";
}

/** Whether a browser does not show an element until something opens it, by the HTML standard's own style sheet or by the element's style. */
function isHidden(name: string, attributes: Record<string, string>): boolean {
  const { hidden, popover, style, open } = attributes;
  // What the browser's search finds is shown when it does, like the text of a closed `details`.
  if (hidden !== undefined && hidden.toLowerCase() !== "until-found") return true;
  if (popover !== undefined || (name === "dialog" && open === undefined)) return true;
  return style !== undefined && isTakenAway(style);
}

function isAroundArticle(name: string, attributes: Record<string, string>): boolean {
  if (AROUND.has(name) || AROUND_ROLES.test(attributes.role ?? "")) return true;
  if (attributes["aria-modal"] === "true") return true;
  if (name === "body" || name === "html" || name === "main" || name === "article") return false;
  return AROUND_NAMES.test(`${attributes.class ?? ""} ${attributes.id ?? ""}`.replaceAll("_", "-"));
}
