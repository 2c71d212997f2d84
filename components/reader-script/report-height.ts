/** What the script of the page around asks, if it was loaded after this document had said how high it is. */
export const HEIGHT_QUESTION = "obelus-height";

/** Tells the page of another site that shows this document how high it is, so that its frame can be as high. */
export function reportHeight(): void {
  if (parent === window) return;
  // Any site can show it, and the height is no secret.
  const report = () => parent.postMessage({ obelusHeight: document.documentElement.offsetHeight }, "*");
  // Browsers do not lay out a frame that is out of view, so its size is also said whenever something was loaded.
  new ResizeObserver(report).observe(document.documentElement);
  addEventListener("load", report);
  document.fonts.ready.then(report, () => {});
  addEventListener("message", ({ data, source }) => {
    if (data === HEIGHT_QUESTION && source === parent) report();
  });
}
