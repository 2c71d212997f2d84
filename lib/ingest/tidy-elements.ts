/** Elements without article text, which are removed with their content. */
const NOT_TEXT =
  "script,style,noscript,noembed,noframes,template,iframe,frameset,object,embed,applet,canvas,audio,video,button,input,select,datalist,textarea,progress,meter,head,title,meta,link,base,dialog:not([open])";
/** Parts of SVG images that are not visible text. Scripts and styles are in the list above. */
const NOT_DRAWN = "desc,defs,metadata,symbol";
/** Block elements that our document parser does not know and would join with adjacent text. */
const BLOCKS =
  "main,nav,search,dialog,details,summary,dt,center,marquee,menu,dir,legend,optgroup,option,body,html,address,hgroup,fieldset";
/** Obsolete elements for preformatted text. */
const PREFORMATTED = "listing,xmp,plaintext";

/** Removes elements without text and converts the others to ones that our document parser knows, so that no word is lost or joined. */
export function tidyElements(body: Element): void {
  for (const element of body.querySelectorAll(NOT_TEXT)) element.remove();
  for (const drawing of body.querySelectorAll("svg")) tidyDrawing(drawing);
  for (const element of body.querySelectorAll(BLOCKS))
    element.replaceWith(renamed(element, /^(menu|dir)$/i.test(element.tagName) ? "ul" : "div"));
  for (const element of body.querySelectorAll("output")) element.replaceWith(renamed(element, "span"));
  for (const element of body.querySelectorAll(PREFORMATTED)) element.replaceWith(renamed(element, "pre"));
  for (const heading of body.querySelectorAll("li h1,li h2,li h3,li h4,li h5,li h6"))
    tidyItemHeading(heading);
  for (const line of body.querySelectorAll("h1,h2,h3,h4,h5,h6,pre")) asLines(line);
  // Preformatted text contains no elements.
  for (const end of body.querySelectorAll("pre br")) end.replaceWith("\n");
}

/** A list item must start with a paragraph: a heading would end the list. */
function tidyItemHeading(heading: Element): void {
  if (heading.closest("td,th")) return;
  const strong = renamed(heading, "strong");
  asLines(strong);
  const line = heading.ownerDocument.createElement("p");
  line.append(strong);
  heading.replaceWith(line);
}

/** Replaces a drawing by its texts, one block each. */
function tidyDrawing(drawing: Element): void {
  for (const part of drawing.querySelectorAll(NOT_DRAWN)) part.remove();
  const texts = [...drawing.querySelectorAll("text")].filter((text) => text.textContent?.trim());
  drawing.replaceWith(...texts.map((text) => renamed(text, "div")));
}

const LINE_ENDS =
  "p,div,li,ul,ol,dl,dd,h1,h2,h3,h4,h5,h6,blockquote,pre,hr,table,caption,tr,td,th,figure,figcaption,section,article,aside,header,footer,form";

/** Flattens the blocks inside an element into lines. */
export function asLines(element: Element): void {
  const page = element.ownerDocument;
  for (const block of element.querySelectorAll(LINE_ENDS)) {
    const blank = (node: ChildNode | null) => !node || node.nodeName === "BR" || !node.textContent?.trim();
    if (!blank(block.previousSibling)) block.before(page.createElement("br"));
    if (!blank(block.nextSibling)) block.after(page.createElement("br"));
    block.replaceWith(...block.childNodes);
  }
}

/** An element with another name, and the same content and direction. */
export function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  const dir = element.getAttribute("dir");
  if (dir) other.setAttribute("dir", dir);
  other.append(...element.childNodes);
  return other;
}
