/** Elements that hold no text of the article. What is inside goes with them. */
const NOT_TEXT =
  "script,style,noscript,noembed,noframes,template,iframe,frameset,object,embed,applet,canvas,audio,video,button,input,select,datalist,textarea,progress,meter,head,title,meta,link,base,dialog:not([open])";
/** Parts of pictures in SVG that are not drawn as text. Its scripts and styles are among the above. */
const NOT_DRAWN = "desc,defs,metadata,symbol";
/** Elements that stand as blocks in a page and that the parser of our document would run together with what is beside them. */
const BLOCKS =
  "main,nav,search,dialog,details,summary,dt,center,marquee,menu,dir,legend,optgroup,option,body,html,address,hgroup,fieldset";
/** Old elements for text as it was typed. */
const TYPED = "listing,xmp,plaintext";

/** Leaves out what is no text, and brings the rest into elements that the parser of our document knows, so that no word is lost or joined. */
export function tidyElements(body: Element): void {
  for (const element of body.querySelectorAll(NOT_TEXT)) element.remove();
  for (const drawing of body.querySelectorAll("svg")) tidyDrawing(drawing);
  for (const element of body.querySelectorAll(BLOCKS))
    element.replaceWith(renamed(element, /^(menu|dir)$/i.test(element.tagName) ? "ul" : "div"));
  for (const element of body.querySelectorAll("output")) element.replaceWith(renamed(element, "span"));
  for (const element of body.querySelectorAll(TYPED)) element.replaceWith(renamed(element, "pre"));
  for (const heading of body.querySelectorAll("li h1,li h2,li h3,li h4,li h5,li h6"))
    tidyItemHeading(heading);
  for (const line of body.querySelectorAll("h1,h2,h3,h4,h5,h6,pre")) asLines(line);
  // Text as it was typed holds no elements.
  for (const end of body.querySelectorAll("pre br")) end.replaceWith("\n");
}

/** An item of a list begins with a paragraph: a heading there would end the list. */
function tidyItemHeading(heading: Element): void {
  if (heading.closest("td,th")) return;
  const strong = renamed(heading, "strong");
  asLines(strong);
  const line = heading.ownerDocument.createElement("p");
  line.append(strong);
  heading.replaceWith(line);
}

/** Of a drawing its words stay, a block each. */
function tidyDrawing(drawing: Element): void {
  for (const part of drawing.querySelectorAll(NOT_DRAWN)) part.remove();
  const words = [...drawing.querySelectorAll("text")].filter((text) => text.textContent?.trim());
  drawing.replaceWith(...words.map((text) => renamed(text, "div")));
}

const LINE_ENDS =
  "p,div,li,ul,ol,dl,dd,h1,h2,h3,h4,h5,h6,blockquote,pre,hr,table,caption,tr,td,th,figure,figcaption,section,article,aside,header,footer,form";

/** What stands in an element as one run of text, in which its blocks are lines. */
export function asLines(element: Element): void {
  const page = element.ownerDocument;
  for (const block of element.querySelectorAll(LINE_ENDS)) {
    const blank = (node: ChildNode | null) => !node || node.nodeName === "BR" || !node.textContent?.trim();
    if (!blank(block.previousSibling)) block.before(page.createElement("br"));
    if (!blank(block.nextSibling)) block.after(page.createElement("br"));
    block.replaceWith(...block.childNodes);
  }
}

/** An element of another name with what stands in it. It keeps its direction. */
export function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  const dir = element.getAttribute("dir");
  if (dir) other.setAttribute("dir", dir);
  other.append(...element.childNodes);
  return other;
}
