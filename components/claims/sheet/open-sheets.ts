/** A sheet that is open. */
export interface OpenSheet {
  element: HTMLElement;
  close: () => void;
  /** Called when the sheet above it has closed. */
  onUncover: () => void;
}

/** The open sheets, the uppermost last. Only that one is visible. */
const sheets: OpenSheet[] = [];
/** Whether the history goes back because a sheet was closed, and not because a person went back. */
let isReturning = false;
let isPlanned = false;

/**
 * Opens a sheet above the others. The browser's Back closes the uppermost: each sheet has an entry in the history, which is
 * removed again if the sheet is closed in another way.
 * @returns closes it
 */
export function openSheet(sheet: OpenSheet): () => void {
  if (sheets.length === 0) addEventListener("popstate", onPopState);
  sheets.push(sheet);
  showUppermost();
  matchHistorySoon();
  return () => {
    const wasUppermost = sheets.at(-1) === sheet;
    sheets.splice(sheets.indexOf(sheet), 1);
    sheet.element.removeAttribute("data-covered");
    showUppermost();
    if (wasUppermost) sheets.at(-1)?.onUncover();
    matchHistorySoon();
  };
}

function showUppermost(): void {
  for (const [index, { element }] of sheets.entries())
    element.toggleAttribute("data-covered", index < sheets.length - 1);
}

/** How many sheets the present entry of the history was made for. */
function entries(): number {
  const { sheets: count } = (history.state ?? {}) as { sheets?: unknown };
  return typeof count === "number" ? count : 0;
}

/** Once everything that happens now has happened: one sheet can take the place of another, and its entry. */
function matchHistorySoon(): void {
  if (isPlanned) return;
  isPlanned = true;
  setTimeout(() => {
    isPlanned = false;
    matchHistory();
  });
}

function matchHistory(): void {
  if (isReturning) return;
  for (let count = entries() + 1; count <= sheets.length; count++) {
    // Going back must not scroll the text to where it was before.
    history.scrollRestoration = "manual";
    history.pushState({ sheets: count }, "");
  }
  const tooMany = entries() - sheets.length;
  if (tooMany > 0) {
    isReturning = true;
    history.go(-tooMany);
  } else if (sheets.length === 0) removeEventListener("popstate", onPopState);
}

function onPopState(): void {
  if (isReturning) {
    isReturning = false;
    matchHistory();
  } else for (const sheet of sheets.slice(entries()).reverse()) sheet.close();
  if (entries() === 0) history.scrollRestoration = "auto";
}
