import { textNodesIn } from "./text-around";

/** How pages call the links from a note back to the text. */
const CALLED =
  "[role=doc-backlink],.footnote-backref,.footnote-back,.footnote-return,.footnote-backlink,.reversefootnote,.mw-cite-backlink,.easy-footnote-to-top,a[rev=footnote],.data-footnote-backref,a[data-footnote-backref]";
const ARROWS = /^(?:[↩↪↵⏎⤴⤶⮌↑⇧⇡⬆⮥^🔙\s()[\]\u200b]|[\ufe0e\ufe0f])+$/u;
const WORDS =
  /^\s*(?:jump (?:back )?up|jump up to:?|back(?: to (?:the )?(?:text|content|article|top))?|return to (?:the )?(?:text|article)|zurück(?: zum text)?|retour(?: au texte)?|volver(?: al texto)?|torna al testo)\s*[.:]?\s*$/i;

/** Removes the arrows that lead from notes back to the text. */
export function tidyBackLinks(body: Element): void {
  for (const link of [...body.querySelectorAll(CALLED)]) {
    // Numbers and letters of several references to one note stay, without their arrow.
    for (const node of textNodesIn(link)) if (WORDS.test(node.data) || ARROWS.test(node.data)) node.data = "";
    if (!/[\p{L}\p{N}]/u.test(link.textContent ?? "")) link.remove();
  }
  for (const link of [...body.querySelectorAll('a[href*="#"]')]) {
    const text = link.textContent ?? "";
    if (text.length > 40) continue;
    const isArrow = text.trim() !== "" && ARROWS.test(text);
    const isBack = WORDS.test(text) && link.closest("li,.footnotes,.footnote,.endnotes,.references,.notes");
    if (isArrow || isBack) link.remove();
  }
}
