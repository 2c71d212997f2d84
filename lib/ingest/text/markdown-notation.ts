/** A definition of a note: "[^1]: In prices of 2019." */
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/;
const REFERENCE = /(\\?)\[\^([^\]\s]{1,60})\]/g;
/** "10^9^" and "H~2~O": figures directly after a letter, a digit or a bracket. */
const RAISED = /(?<=[\p{L}\p{N})\]])\^([+\-−–]?(?:\d{1,4}|n)[+\-−]?)\^/gu;
const LOWERED = /(?<=[\p{L}\p{N})\]])~(\d{1,4})~(?!~)/gu;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The notes of a Markdown text. */
interface Notes {
  /** Markdown of each note, by its label. */
  texts: Map<string, string>;
  /** The number of each label. */
  numbers: Map<string, number>;
}

/**
 * Writes what Markdown programs understand beyond the standard in a form that any of them reads: references to notes as "[1]", the notes
 * with their numbers at the end, raised and lowered figures as HTML. Code stays as it is.
 */
export function withMarkdownNotation(value: string): string {
  const lines = value.split(/\r\n|\n|\r/);
  const notes: Notes = { texts: new Map(), numbers: new Map() };
  const body = takeDefinitions(lines, notes.texts);
  const labels = [...notes.texts.keys()];
  // Numbers that the author chose stay.
  if (labels.every((label) => /^\d{1,6}$/.test(label)))
    for (const label of labels) notes.numbers.set(label, Number(label));
  const written = mapText(body, (text) => withFigures(withReferences(text, notes)));
  if (labels.length === 0) return written.join("\n");
  for (const label of labels) numberOf(label, notes);
  const ordered = [...notes.numbers].sort(([, one], [, other]) => one - other);
  const list = ordered.map(([label, number]) => `&#91;${number}&#93; ${noteText(label, notes)}`);
  return `${written.join("\n")}\n\n${list.join("\n\n")}\n`;
}

function noteText(label: string, notes: Notes): string {
  const text = notes.texts.get(label) ?? "";
  return mapText(text.split("\n"), (each) => withFigures(withReferences(each, notes))).join("\n");
}

/** Takes the notes out of a text. A note continues in indented lines, and in lines that directly follow. */
function takeDefinitions(lines: readonly string[], texts: Map<string, string>): string[] {
  const body: string[] = [];
  let note: { label: string; lines: string[] } | null = null;
  let fence = "";
  let isBlank = false;
  const close = () => {
    if (note && !texts.has(note.label)) texts.set(note.label, note.lines.join("\n").trim());
    note = null;
  };
  for (const line of lines) {
    if (!note) fence = fenceAfter(line, fence);
    const definition = fence === "" ? DEFINITION.exec(line) : null;
    if (definition) {
      close();
      note = { label: definition[1] ?? "", lines: [definition[2] ?? ""] };
    } else if (note && line.trim() === "") {
      note.lines.push("");
    } else if (note && (/^(?: {2,}|\t)/.test(line) || !isBlank) && !/^#{1,6}\s/.test(line)) {
      note.lines.push(line.replace(/^(?: {1,4}|\t)/, ""));
    } else {
      if (note) body.push("");
      close();
      body.push(line);
    }
    isBlank = line.trim() === "";
  }
  close();
  return body;
}

/** The fence that is open after a line; "" if none is. */
function fenceAfter(line: string, fence: string): string {
  const found = FENCE.exec(line)?.[1];
  if (!found) return fence;
  if (fence === "") return found;
  return found[0] === fence[0] && found.length >= fence.length && line.trim() === found ? "" : fence;
}

/** Changes the text of lines outside code. */
function mapText(lines: readonly string[], change: (text: string) => string): string[] {
  let fence = "";
  let isCode = false;
  let isBlank = true;
  return lines.map((line) => {
    const before = fence;
    fence = fenceAfter(line, fence);
    isCode = /^(?: {4}|\t)/.test(line) && (isBlank || isCode);
    isBlank = line.trim() === "";
    if (before !== "" || fence !== "" || isCode) return line;
    return line
      .split(/(`+[^`]*`+)/)
      .map((part, index) => (index % 2 === 1 ? part : change(part)))
      .join("");
  });
}

function withReferences(text: string, notes: Notes): string {
  if (!text.includes("[^")) return text;
  return text.replace(REFERENCE, (written, backslash: string, label: string) =>
    backslash !== "" || !notes.texts.has(label) ? written : `&#91;${numberOf(label, notes)}&#93;`,
  );
}

function numberOf(label: string, { numbers }: Notes): number {
  const known = numbers.get(label);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(label, number);
  return number;
}

function withFigures(text: string): string {
  if (!/[~^]/.test(text)) return text;
  return text.replace(RAISED, "<sup>$1</sup>").replace(LOWERED, "<sub>$1</sub>");
}
