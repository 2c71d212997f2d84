/** The style of a list item in Word: "mso-list:l0 level2 lfo1". */
const ITEM = /mso-list:\s*l\d+\s+level(\d+)/i;
/** A numeral or a letter with its dot; anything else is a bullet. */
const NUMBERED = /^[\s(]*(\d+|[a-z]{1,4})[.)]/i;

/**
 * Word copies list items as paragraphs with a bullet or number in front. This turns them into nested lists.
 */
export function tidyOfficeLists(body: Element): void {
  /** The open lists, outermost first. */
  let open: { level: number; list: Element }[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll('[style*="mso-list"]')]) {
    const level = Number(ITEM.exec(paragraph.getAttribute("style") ?? "")?.[1]);
    // The bullet itself has the style too; and real lists stay unchanged.
    if (!level || level > 9 || /^(li|ul|ol|span)$/i.test(paragraph.tagName)) continue;
    if (!last || previousOf(paragraph) !== last) open = [];
    const sign = takeSign(paragraph);
    const number = NUMBERED.exec(sign)?.[1];
    open = open.filter((each) => each.level <= level);
    if (open.at(-1)?.level !== level) {
      const list = paragraph.ownerDocument.createElement(number ? "ol" : "ul");
      if (number && Number(number) > 1) list.setAttribute("start", number);
      const above = open.at(-1)?.list.lastElementChild;
      if (above) above.appendChild(list);
      else paragraph.before(list);
      open.push({ level, list });
    }
    const item = paragraph.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)?.list.appendChild(item);
    paragraph.remove();
    last = open[0]?.list ?? null;
  }
}

/** The previous element, ignoring empty paragraphs. */
function previousOf(element: Element): Element | null {
  let previous = element.previousElementSibling;
  while (previous && /^p$/i.test(previous.tagName) && !previous.textContent?.trim())
    previous = previous.previousElementSibling;
  return previous;
}

/** Removes and returns the bullet or number of a paragraph. */
function takeSign(paragraph: Element): string {
  const sign = [...paragraph.querySelectorAll('[style*="mso-list"]')].find((element) =>
    /mso-list:\s*ignore/i.test(element.getAttribute("style") ?? ""),
  );
  sign?.remove();
  return sign?.textContent ?? "";
}
