/** Work that nobody looks at begins at the latest after this. */
const LATEST_MS = 400;
/** Where the browser does not say when it is idle: after the frame that the reader is looking at. */
const NEXT_FRAMES_MS = 60;

/** Does something when the page has been drawn and nothing else is to be done. */
export function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run, NEXT_FRAMES_MS);
}
