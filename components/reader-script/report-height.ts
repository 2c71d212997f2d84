/** Tells the page of another site that shows this document how high it is, so that its frame can be as high. */
export function reportHeight(): void {
  if (parent === window) return;
  new ResizeObserver(() => {
    // Any site can show it, and the height is no secret.
    parent.postMessage({ obelusHeight: document.documentElement.offsetHeight }, "*");
  }).observe(document.documentElement);
}
