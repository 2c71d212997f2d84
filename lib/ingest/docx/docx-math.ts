import { escapeHtml } from "../office/inline-markup";
import { childOf, childrenOf, textOf, type XmlElement } from "../office/xml-tree";
import { wordSwitch, wordValue } from "./docx-namespaces";

/** Writes an equation of Word (m:oMath) as MathML. */
export function mathMarkup(math: XmlElement): string {
  const content = rowOf(math);
  return content === "" ? "" : `<math>${content}</math>`;
}

/** Parts that are not shown. */
const NOT_SHOWN = /^(?:m:.*Pr|w:rPr|w:del|w:moveFrom|w:instrText|w:delText)$/;

/** The content of an element, as a list of MathML elements. */
function rowOf(element: XmlElement | null | undefined): string {
  return childrenOf(element).map(markupOf).join("");
}

/** The content of an argument as one MathML element, which scripts and fractions need. */
function oneOf(element: XmlElement | null | undefined): string {
  return `<mrow>${rowOf(element)}</mrow>`;
}

function partOf(element: XmlElement, name: string): string {
  return oneOf(childOf(element, name));
}

function markupOf(element: XmlElement): string {
  if (NOT_SHOWN.test(element.name)) return "";
  const part = (name: string) => partOf(element, name);
  const properties = (name: string) => childOf(element, name);
  switch (element.name) {
    case "m:r":
    case "w:r":
      if (wordSwitch(childOf(element, "w:rPr"), "w:vanish")) return "";
      return childrenOf(element)
        .filter(({ name }) => name === "m:t" || name === "w:t")
        .map((text) => tokensOf(textOf(text), isPlainText(element)))
        .join("");
    case "m:sSup":
      return `<msup>${part("m:e")}${part("m:sup")}</msup>`;
    case "m:sSub":
      return `<msub>${part("m:e")}${part("m:sub")}</msub>`;
    case "m:sSubSup":
      return `<msubsup>${part("m:e")}${part("m:sub")}${part("m:sup")}</msubsup>`;
    case "m:sPre":
      return `<mmultiscripts>${part("m:e")}<mprescripts></mprescripts>${part("m:sub")}${part("m:sup")}</mmultiscripts>`;
    case "m:f":
      return fraction(element);
    case "m:rad":
      return wordSwitch(properties("m:radPr"), "m:degHide") || rowOf(childOf(element, "m:deg")) === ""
        ? `<msqrt>${part("m:e")}</msqrt>`
        : `<mroot>${part("m:e")}${part("m:deg")}</mroot>`;
    case "m:nary":
      return nary(element);
    case "m:d":
      return delimited(element);
    case "m:func":
      return `${part("m:fName")}<mspace></mspace>${part("m:e")}`;
    case "m:limLow":
      return `<munder>${part("m:e")}${part("m:lim")}</munder>`;
    case "m:limUpp":
      return `<mover>${part("m:e")}${part("m:lim")}</mover>`;
    case "m:acc":
      return `<mover accent="true">${part("m:e")}${sign(wordValue(properties("m:accPr"), "m:chr") ?? "\u0302")}</mover>`;
    case "m:bar":
      return wordValue(properties("m:barPr"), "m:pos") === "top"
        ? `<mover accent="true">${part("m:e")}${sign("\u00af")}</mover>`
        : `<munder>${part("m:e")}${sign("_")}</munder>`;
    case "m:eqArr":
      return `<mtable>${childrenOf(element, "m:e")
        .map((line) => `<mtr><mtd>${rowOf(line)}</mtd></mtr>`)
        .join("")}</mtable>`;
    case "m:m":
      return `<mtable>${childrenOf(element, "m:mr")
        .map(
          (row) =>
            `<mtr>${childrenOf(row, "m:e")
              .map((cell) => `<mtd>${rowOf(cell)}</mtd>`)
              .join("")}</mtr>`,
        )
        .join("")}</mtable>`;
    case "m:phant":
      return wordSwitch(properties("m:phantPr"), "m:show") === false ? "" : part("m:e");
    default:
      // Boxes, groups, tracked insertions and elements of later versions.
      return rowOf(element);
  }
}

function fraction(element: XmlElement): string {
  const type = wordValue(childOf(element, "m:fPr"), "m:type");
  const [above, below] = [partOf(element, "m:num"), partOf(element, "m:den")];
  if (type === "lin") return `${above}<mo>/</mo>${below}`;
  return `<mfrac${type === "noBar" ? ' linethickness="0"' : ""}>${above}${below}</mfrac>`;
}

/** A sum, a product or an integral with its limits. */
function nary(element: XmlElement): string {
  const properties = childOf(element, "m:naryPr");
  const operator = sign(wordValue(properties, "m:chr") ?? "\u222b");
  const below = wordSwitch(properties, "m:subHide") ? "" : rowOf(childOf(element, "m:sub"));
  const above = wordSwitch(properties, "m:supHide") ? "" : rowOf(childOf(element, "m:sup"));
  const body = partOf(element, "m:e");
  if (below !== "" && above !== "")
    return `<munderover>${operator}<mrow>${below}</mrow><mrow>${above}</mrow></munderover>${body}`;
  if (below !== "") return `<munder>${operator}<mrow>${below}</mrow></munder>${body}`;
  return above === "" ? operator + body : `<mover>${operator}<mrow>${above}</mrow></mover>${body}`;
}

/** Content in brackets. */
function delimited(element: XmlElement): string {
  const properties = childOf(element, "m:dPr");
  const bracket = (name: string, otherwise: string) => {
    const value = wordValue(properties, name) ?? (childOf(properties, name) ? "" : otherwise);
    return value === "" ? "" : sign(value);
  };
  const parts = childrenOf(element, "m:e").map(oneOf);
  return `<mrow>${bracket("m:begChr", "(")}${parts.join(bracket("m:sepChr", "|"))}${bracket("m:endChr", ")")}</mrow>`;
}

function sign(operator: string): string {
  return `<mo>${escapeHtml(operator)}</mo>`;
}

/** Whether a run is words rather than variables. */
function isPlainText(run: XmlElement): boolean {
  return wordSwitch(childOf(run, "m:rPr"), "m:nor") === true || run.name === "w:r";
}

/** Numbers, names and operators of a run. */
function tokensOf(text: string, isPlain: boolean): string {
  if (isPlain) return `<mtext>${escapeHtml(text)}</mtext>`;
  return (text.match(/\d+(?:[.,\u202f\u00a0]\d+)*|\p{L}\p{M}*|\s+|[^\d\p{L}\s]/gu) ?? [])
    .map((token) => {
      if (/^\d/.test(token)) return `<mn>${token}</mn>`;
      if (/^\p{L}/u.test(token)) return `<mi>${token}</mi>`;
      return /^\s/.test(token) ? `<mtext>${escapeHtml(token)}</mtext>` : sign(token);
    })
    .join("");
}
