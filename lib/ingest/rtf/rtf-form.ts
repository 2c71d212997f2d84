import type { XmlElement } from "../office/xml-tree";

/** A form field while it is read. */
export interface RtfForm {
  /** 0 text, 1 check box, 2 list. */
  type: number;
  /** What was chosen; 25 for the default. */
  result: number | null;
  byDefault: number;
  choices: { text: string }[];
}

/** A control word of a form field. */
export function applyForm(form: RtfForm, word: string, value: number | null): void {
  if (word === "fftype") form.type = value ?? 0;
  else if (word === "ffres") form.result = value === 25 ? null : value;
  else if (word === "ffdefres") form.byDefault = value ?? 0;
}

/** The form field as DOCX has it (w:ffData). */
export function formElement({ type, result, byDefault, choices }: RtfForm): XmlElement {
  const chosen = String(result ?? byDefault);
  const child = (name: string, value: string): XmlElement => ({
    name,
    attributes: new Map([["w:val", value]]),
    children: [],
  });
  const content =
    type === 1
      ? { ...child("w:checkBox", ""), children: [child("w:checked", chosen)] }
      : {
          ...child("w:ddList", ""),
          children: [
            child("w:result", chosen),
            ...choices.map(({ text }) => child("w:listEntry", text.trim())),
          ],
        };
  return { name: "w:ffData", attributes: new Map(), children: [content] };
}
