import { intlLocale } from "@/lib/intl-locale";
import { type FileCheck, verifyFile } from "./verify-file";

type Answer = FileCheck | { kind: "checking" | "unsupported" | "offline" };

/** Checks each file that a reader chooses or drops on /verify, and shows the answer. The page has all of them, hidden. */
export function checkChosenFile(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const check = async () => {
    const file = input.files?.[0];
    if (!file) return;
    show(form, { kind: "checking" });
    const answer = await answerFor(file);
    // Another file may have been chosen meanwhile.
    if (input.files?.[0] === file) show(form, answer);
  };
  // Without this, the same file can't be chosen a second time, after it was saved again.
  input.addEventListener("click", () => {
    input.value = "";
  });
  input.addEventListener("change", () => void check());
  // A file may be chosen already: some browsers keep it over a reload.
  void check();
}

async function answerFor(file: File): Promise<Answer> {
  // There is none on pages without https.
  if (!globalThis.crypto?.subtle) return { kind: "unsupported" };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: "unreadable" };
  }
  const keys = await loadKeys();
  if (!keys) return { kind: "offline" };
  try {
    return await verifyFile(text, { keys, host: location.host });
  } catch {
    return { kind: "unsupported" };
  }
}

/** The public keys of this site; null if they can't be loaded. */
async function loadKeys(): Promise<unknown[] | null> {
  try {
    const answer = await fetch("/.well-known/obelus-key.json", { credentials: "omit" });
    const { keys } = (await answer.json()) as { keys?: unknown };
    return answer.ok && Array.isArray(keys) ? keys : null;
  } catch {
    return null;
  }
}

function show(form: HTMLFormElement, answer: Answer): void {
  for (const result of form.querySelectorAll<HTMLElement>("[data-result]"))
    result.hidden = result.dataset.result !== answer.kind;
  const slot = (name: string, text: string) => {
    const element = form.querySelector<HTMLElement>(`[data-slot=${name}]`);
    if (element) element.textContent = text;
    return element;
  };
  if (answer.kind === "other-publisher") slot("host", answer.host);
  if (answer.kind !== "valid") return;
  const { title, slug, publication, signedAt, claims } = answer;
  slot("title", title)?.setAttribute("href", `/articles/${encodeURIComponent(slug)}`);
  const locale = intlLocale(document.documentElement.lang);
  slot("publication", publication === null ? "" : publication.toLocaleString(locale));
  slot("claims", `${claims.included.toLocaleString(locale)} / ${claims.all.toLocaleString(locale)}`);
  const date = signedAt === null ? Number.NaN : Date.parse(signedAt);
  // In UTC, as pages have it.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  slot("signedAt", Number.isNaN(date) ? "" : day.format(date));
}
