/** How long a button says that it copied. */
const DONE_MS = 1_500;

/**
 * Copies a text, and its HTML for programs that take it. The button says so for a moment. Where the browser refuses, a field shows the text.
 * @param button with the word for "copied" in `data-done`
 */
export async function copyToClipboard(
  button: HTMLElement,
  { text, html }: { text: string; html?: string },
): Promise<void> {
  const { label = button.textContent ?? "", done = "" } = button.dataset;
  button.dataset.label = label;
  try {
    await write(text, html);
    button.textContent = done;
  } catch {
    prompt(label, text);
    return;
  }
  setTimeout(() => {
    button.textContent = label;
  }, DONE_MS);
}

async function write(text: string, html: string | undefined): Promise<void> {
  if (html === undefined || !("ClipboardItem" in globalThis)) return navigator.clipboard.writeText(text);
  const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
  const item = new ClipboardItem({ ...as("text/plain", text), ...as("text/html", html) });
  await navigator.clipboard.write([item]);
}
