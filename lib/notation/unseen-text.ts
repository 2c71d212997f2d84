import { declarationIn, textLengthOf } from "./text-around";

/** Classes by which style sheets hide text that only screen readers read. */
const FOR_SCREEN_READERS: readonly string[] = [
  "sr-only",
  "sronly",
  "sr_only",
  "visually-hidden",
  "visuallyhidden",
  "visually-hidden-focusable",
  "u-visually-hidden",
  "is-visually-hidden",
  "u-hidden-visually",
  "hidden-visually",
  "visuallyHidden",
  "screen-reader-text",
  "screen-reader-only",
  "screenreader-only",
  "screenreader",
  "screen-reader",
  "element-invisible",
  "assistive-text",
  "a11y-hidden",
  "a11y-only",
  "accessibly-hidden",
  "accessibility-hidden",
  "cdk-visually-hidden",
  "off-screen",
  "offscreen",
];
/** UTF-16 units of a page's style sheets that are read. */
const MAX_STYLES = 500_000;
/** Classes of a page's own that are looked for. */
const MAX_CLASSES = 50;

/** Removes text that only screen readers read, but not if it is all that a cell of a table or the page says. */
export function removeUnseenText(body: Element): void {
  const classes = new Set([...FOR_SCREEN_READERS, ...unseenClasses(body.ownerDocument)]);
  const selector = [...classes].map((name) => `.${name}`).join(",");
  const unseen = [...body.querySelectorAll(`${selector},[style]`)].filter(
    (element) =>
      [...element.classList].some((name) => classes.has(name)) ||
      isUnseen(element.getAttribute("style") ?? ""),
  );
  const outermost = unseen.filter((element) => !element.parentElement?.closest(selector));
  const lengths = new Map<Element, number>();
  const around = (element: Element) => element.closest("td,th,dd,body") ?? body;
  for (const element of outermost)
    lengths.set(around(element), (lengths.get(around(element)) ?? 0) + lengthWithoutSpaces(element));
  const isOnlyForm = new Map(
    [...lengths].map(([line, length]) => [
      line,
      line.localName === "body" ? length > 0.5 * textLengthOf(line) : length >= lengthWithoutSpaces(line),
    ]),
  );
  for (const element of outermost) if (!isOnlyForm.get(around(element))) element.remove();
}

/** Whether a style takes an element's text out of sight, and leaves it to screen readers. */
function isUnseen(style: string): boolean {
  if (style === "") return false;
  const clip = `${declarationIn(style, "clip")} ${declarationIn(style, "clip-path")}`;
  if (/rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\((?:50|100)%/.test(clip)) return true;
  if (/^0(?:px|em|pt|%)?(?:$|\s)/.test(declarationIn(style, "font-size"))) return true;
  const isMoved = ["left", "right", "top", "text-indent", "margin-left"].some((name) =>
    /^-(?:\d{4,}|9{3})/.test(declarationIn(style, name)),
  );
  if (isMoved) return true;
  return (
    /^[01]px/.test(declarationIn(style, "width")) &&
    /^[01]px/.test(declarationIn(style, "height")) &&
    /^hidden/.test(declarationIn(style, "overflow"))
  );
}

/** Classes that the page's own style sheets take out of sight. Rules with other selectors depend on more than a class. */
function unseenClasses(page: Document): string[] {
  const styles = [...page.querySelectorAll("style")].map(({ textContent }) => textContent ?? "").join("\n");
  const classes = styles
    .slice(0, MAX_STYLES)
    .split("}")
    .flatMap((rule) => {
      const start = rule.lastIndexOf("{");
      if (start < 0 || !isUnseen(rule.slice(start + 1))) return [];
      const selectors = rule.slice(rule.lastIndexOf("{", start - 1) + 1, start).split(",");
      return selectors.flatMap((selector) => /^\s*\.([A-Za-z][\w-]*)\s*$/.exec(selector)?.[1] ?? []);
    });
  return classes.slice(0, MAX_CLASSES);
}

function lengthWithoutSpaces(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, "").length;
}
