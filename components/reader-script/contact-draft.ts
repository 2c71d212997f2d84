import { dropSentDraft, findDraft, noteSending, storeDraft } from "./stored-draft";

/**
 * Keeps what is typed into the form of /contact over a reload, separately for each claim and article that it is about, and drops it when the
 * page says that the message was received. Without it, the form works as well.
 */
export function keepContactDraft(): void {
  if (document.querySelector("[data-received]")) dropSentDraft();
  const form = document.querySelector<HTMLFormElement>("form[data-draft]");
  if (!form) return;
  const name = nameOf(form);
  // A form that comes back from the server has what was sent, and that is newer.
  if (!("answered" in form.dataset)) restore(form, findDraft(name));
  const store = () => storeDraft(name, typedInto(form));
  form.addEventListener("input", store);
  form.addEventListener("change", store);
  form.addEventListener("submit", () => {
    store();
    noteSending(name);
  });
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The fields that people fill in: not the hidden ones, and not the one that only programs find. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>("input, textarea")].filter(
    ({ type, tabIndex }) => type !== "hidden" && tabIndex >= 0,
  );
}

const isChoice = (control: Control): control is HTMLInputElement => control.type === "radio";

function nameOf(form: HTMLFormElement): string {
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
  return `contact/${hidden("article")}/${hidden("claim")}`;
}

function typedInto(form: HTMLFormElement): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const control of controlsOf(form))
    if (!isChoice(control) || control.checked) typed[control.name] = control.value;
  return typed;
}

/** Fills in what is empty: a browser that restores forms itself has done so already. */
function restore(form: HTMLFormElement, draft: Readonly<Record<string, string>>): void {
  for (const control of controlsOf(form)) {
    const value = draft[control.name];
    if (value === undefined) continue;
    if (isChoice(control)) control.checked = control.value === value;
    else if (control.value === "") control.value = value;
  }
}
