/** UTF-16 units of a page's style sheets that are read. */
const MAX_STYLES = 500_000;
/** Classes of style sheets that everyone uses. */
const SCREEN_READER_CLASS =
  /(?:^|\s)(?:sr-?only|sr_only|(?:[a-z]{1,4}-)*visually-?hidden(?:-focusable)?|u-hidden-visually|hidden-visually|screen-?reader(?:-text|-only)?|element-invisible|assistive-text|a11y-(?:hidden|only)|accessib(?:ly|ility)-hidden|off-?screen|mwe-math-mathml-\S*)(?:\s|$)/i;
/** What a class out of a style sheet is called, to be looked for among those of an element. */
const SIMPLE_CLASS = /^\s*\.([a-z][\w-]*)\s*$/i;

/** Whether a style takes an element away from the page. */
export function isTakenAway(style: string): boolean {
  const value = declarations(style);
  return (
    value("display").startsWith("none") ||
    /^(?:hidden|collapse)/.test(value("visibility")) ||
    value("content-visibility").startsWith("hidden") ||
    value("mso-hide").startsWith("all") ||
    isOutOfSight(style)
  );
}

/** Whether a style leaves an element's text to screen readers only: clipped, moved away, or without size. */
function isOutOfSight(style: string): boolean {
  const value = declarations(style);
  const pixels = (name: string) => Number.parseFloat(value(name));
  if (/rect\((?:\s*[01](?:px)?[\s,]*){4}\)/.test(value("clip"))) return true;
  if (/inset\((?:50|100)%/.test(value("clip-path"))) return true;
  if (/^0(?:[a-z%]*)(?:$|[\s!])/.test(value("font-size"))) return true;
  if (["left", "right", "top", "text-indent", "margin-left"].some((name) => pixels(name) <= -999))
    return true;
  return pixels("width") <= 1 && pixels("height") <= 1 && value("overflow").startsWith("hidden");
}

/** The declarations of a style, by name, in lower case. The last one of a name counts, and before all others one that is important. */
function declarations(style: string): (name: string) => string {
  const values = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim();
    const value = declaration.slice(colon + 1).trim();
    const isOverruled = values.get(name)?.includes("!important") && !value.includes("!important");
    if (colon > 0 && !isOverruled) values.set(name, value);
  }
  return (name) => values.get(name) ?? "";
}

/** Tells whether the classes of an element leave its text to screen readers, by their names or by the style sheets of the page. */
export function classesOutOfSight(markup: string): (className: string) => boolean {
  const hidden = new Set<string>();
  let length = 0;
  for (const [, sheet = ""] of markup.matchAll(/<style\b[^<>]*>([^<]*)/gi)) {
    length += sheet.length;
    if (length > MAX_STYLES) break;
    for (const rule of sheet.split("}")) {
      const [selectors = "", style = ""] = rule.split("{").slice(-2);
      if (rule.includes("{") && isOutOfSight(style))
        for (const selector of selectors.split(",")) hidden.add(SIMPLE_CLASS.exec(selector)?.[1] ?? "");
    }
  }
  hidden.delete("");
  return (className) =>
    SCREEN_READER_CLASS.test(className) ||
    (hidden.size > 0 && className.split(/\s+/).some((name) => hidden.has(name)));
}
