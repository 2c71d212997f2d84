import { HEIGHT_QUESTION } from "@/components/reader-script/report-height";
import { embeddedDocument } from "./embed-address";

/*
 * For pages of other sites: shows an article or a claim of this installation in a frame as high as what it shows.
 *
 *   <script src="https://facts.example.org/embed.js" defer></script>
 *   <obelus-claim href="https://facts.example.org/articles/taxes/claims/2"><a href="…">What we found</a></obelus-claim>
 *
 * Frames that were made by hand or by oEmbed get the right height, too. Without the script, the link inside the element is shown.
 */

const script = document.currentScript;
const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin;

/** In CSS pixels. An article scrolls inside its frame, so that its cards stay in view. */
const HEIGHT = { least: 80, most: 20_000, articleShare: 0.9 } as const;

class EmbeddedFactCheck extends HTMLElement {
  static readonly observedAttributes = ["href"];

  connectedCallback(): void {
    this.show();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.show();
  }

  private show(): void {
    const found = embeddedDocument(this.getAttribute("href") ?? "", origin);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!found) {
      // What is inside the element is shown instead.
      root.replaceChildren(document.createElement("slot"));
      return;
    }
    const frame = document.createElement("iframe");
    frame.src = found.url;
    frame.title = this.textContent?.trim() || "Fact-check";
    frame.loading = "lazy";
    frame.setAttribute("style", "display:block;box-sizing:border-box;width:100%;height:30em;border:0");
    this.style.display = "block";
    root.replaceChildren(frame);
  }
}

function* framesOf(): Generator<HTMLIFrameElement> {
  yield* document.querySelectorAll("iframe");
  for (const element of document.querySelectorAll("obelus-claim, obelus-article")) {
    const frame = element.shadowRoot?.querySelector("iframe");
    if (frame) yield frame;
  }
}

addEventListener("message", ({ origin: from, source, data }: MessageEvent<unknown>) => {
  if (from !== origin || typeof data !== "object" || data === null || !("obelusHeight" in data)) return;
  const { obelusHeight: height } = data;
  if (typeof height !== "number" || !(height > 0)) return;
  for (const frame of framesOf()) {
    if (frame.contentWindow !== source) continue;
    const most =
      embeddedDocument(frame.src, origin)?.kind === "claim"
        ? HEIGHT.most
        : Math.round(innerHeight * HEIGHT.articleShare);
    frame.style.height = `${Math.max(HEIGHT.least, Math.min(Math.ceil(height), most))}px`;
  }
});

function askForHeight({ src, contentWindow }: HTMLIFrameElement): void {
  if (embeddedDocument(src, origin)) contentWindow?.postMessage(HEIGHT_QUESTION, "*");
}

// Frames that are part of the page may have been loaded before this script.
for (const frame of framesOf()) askForHeight(frame);

for (const name of ["obelus-claim", "obelus-article"])
  if (!customElements.get(name)) customElements.define(name, class extends EmbeddedFactCheck {});
