import { positionIn, type SourceFile } from "./source-file";

/** Attributes and properties that people read. */
const READ = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "heading",
  "hint",
  "label",
  "placeholder",
  "summary",
  "text",
  "title",
]);

const LETTERS = /\p{L}{2,}/u;
/** Two consecutive words: the first begins like a sentence, or both are plain. */
const SENTENCE = /(^|[^\p{L}])\p{L}[\p{Ll}'’]+,? [\p{L}\d]+/u;

/** Files whose words are no words of the interface. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  // The name of the software.
  "components/reader/product.ts",
  // Names of fonts.
  "lib/reports/renderers/pdf/script-fonts.ts",
  // For programmers, as the API's schemas are.
  "lib/reports/renderers/json/report-schema.ts",
  // Style sheets.
  "lib/reports/renderers/paged/paged-styles.ts",
  "components/marks-script/mark-styles.ts",
  "components/marks-script/panel-styles.ts",
  // What earlier publications stored.
  "lib/reports/upgrade/upgrade-labels.ts",
]);

/** Elements, and settings such as "width=device-width, initial-scale=1". */
const MARKUP = /^<\w|^[\w-]+=\S/;

/** Files whose words belong in a catalogue. */
const IN_WORDS =
  /^((components|app\/\(desk\)|lib\/reports)\/.*\.tsx?|app\/(error|forbidden|not-found)\.tsx)$/;

/** Where text of the interface is written into a component instead of a catalogue. */
export function checkWords(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => IN_WORDS.test(path))
    .filter(({ path }) => !/\.test(ing)?\.tsx?$/.test(path) && !OTHER_WORDS.has(path))
    .flatMap((file) =>
      hardCodedWords(file).map(
        ({ text, offset }) =>
          `${positionIn(file, offset)}: "${text}" belongs in a catalogue in lib/words/en.`,
      ),
    );
}

interface Node {
  type: string;
  start: number;
  [field: string]: unknown;
}

function hardCodedWords(file: SourceFile): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const note = (text: string, offset: number) =>
    found.push({ text: text.trim().replace(/\s+/g, " ").slice(0, 60), offset });
  const visit = (node: Node, parents: readonly Node[]): void => {
    const text = textOf(node);
    if (node.type === "JSXText" && LETTERS.test(String(node.value).replace(/&\w+;/g, ""))) {
      note(String(node.value), node.start);
      return;
    }
    if (text !== null && isForPeople(text, parents)) {
      note(text, node.start);
      return;
    }
    for (const [field, value] of Object.entries(node)) {
      if (field === "parent") continue;
      for (const each of Array.isArray(value) ? value : [value])
        if (typeof each === "object" && each !== null && typeof (each as Node).type === "string")
          visit(each as Node, [...parents, node]);
    }
  };
  visit(file.program as unknown as Node, []);
  return found;
}

/** The text of a string or a template; null for every other node. */
function textOf(node: Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("…");
}

function isForPeople(text: string, parents: readonly Node[]): boolean {
  if (!LETTERS.test(text) || /^use (client|server)$/.test(text) || MARKUP.test(text)) return false;
  if (parents.some(({ type }) => SILENT.has(type))) return false;
  if (parents.some((each) => isSilentAttribute(each) || isMessageKey(each) || isThrown(each))) return false;
  const named = parents.findLast(({ type }) => type === "JSXAttribute" || type === "Property");
  if (named && READ.has(nameOf(named)) && /\p{L}{2,}/u.test(text) && /^[\p{Lu}\d"“…(]|\s/u.test(text))
    return true;
  // What a component shows in braces.
  const shown = parents.findLastIndex(({ type }) => !/^(Logical|Conditional)Expression$/.test(type));
  if (parents[shown]?.type === "JSXExpressionContainer" && parents[shown - 1]?.type === "JSXElement")
    return true;
  return SENTENCE.test(text);
}

/** Where strings are not for people. */
const SILENT = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration__source",
  "TSLiteralType",
  "TSTemplateLiteralType",
  "TSExternalModuleReference",
]);

function isSilentAttribute(node: Node): boolean {
  return (
    node.type === "JSXAttribute" &&
    /^(className|style|id|key|href|src|name|type|rel|media|autoComplete|data-[\w-]+|inputMode|look|tone|role|method|action|encType|pattern|accept|target|lang|dir|htmlFor|form|value|aria-(?!label$|description$|roledescription$)[\w-]+)$/.test(
      nameOf(node),
    )
  );
}

/** A key of a message: `t("save")`, `rich(t, "save")`, `words("claims")`. */
function isMessageKey(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = node.callee as Node;
  const name = String(callee.name ?? (callee.property as Node | undefined)?.name ?? "");
  return /^(t|rich|words|useWords|parts|querySelector(All)?|closest|matches|matchMedia|warn|error|log|getItem|setItem)$/.test(
    name,
  );
}

/** Misuse is thrown, and is read by developers. */
function isThrown(node: Node): boolean {
  return node.type === "ThrowStatement";
}

function nameOf(node: Node): string {
  const name = (node.name ?? node.key) as { name?: string; value?: string } | undefined;
  return String(name?.name ?? name?.value ?? "");
}
