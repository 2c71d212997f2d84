/** Elements of AMP that hold no text of the article. */
const NOT_ARTICLE =
  "amp-ad,amp-embed,amp-analytics,amp-sidebar,amp-consent,amp-user-notification,amp-lightbox,amp-social-share,amp-sticky-ad,amp-auto-ads,amp-web-push,amp-web-push-widget,amp-state,amp-pixel,amp-geo,amp-next-page,[subscriptions-dialog],[subscriptions-section=content-not-granted],[amp-access-hide]";
/** What is shown while something loads, or instead of it. */
const STAND_IN = "[placeholder],[fallback],[overflow]";

/** Turns the elements of AMP pages into those of HTML. */
export function tidyAmp(body: Element): void {
  for (const element of [...body.querySelectorAll(NOT_ARTICLE)]) element.remove();
  for (const element of [...body.querySelectorAll(STAND_IN)])
    if (/^amp-/i.test(element.parentElement?.localName ?? "")) element.remove();
  for (const picture of [...body.querySelectorAll("amp-img,amp-anim")]) {
    const image = body.ownerDocument.createElement("img");
    for (const name of ["src", "srcset", "alt", "width", "height"]) {
      const value = picture.getAttribute(name);
      if (value !== null) image.setAttribute(name, value);
    }
    // A noscript inside holds the same image.
    picture.replaceWith(image);
  }
}
