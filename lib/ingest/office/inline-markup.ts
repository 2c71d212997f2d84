/** How a run of text looks. */
export interface InlineFormat {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** Above or below the line. */
  raised?: "sup" | "sub" | null;
  /** The address that it links to. */
  href?: string | null;
}

const PLAIN: InlineFormat = {};

/** Writes the HTML of a paragraph's content; adjacent pieces in the same format become one element. */
export class InlineMarkup {
  #pieces: { key: string; before: string; after: string; html: string }[] = [];

  /** Adds text. */
  text(text: string, format: InlineFormat = PLAIN): void {
    if (text !== "") this.markup(escapeHtml(text), format);
  }

  /** Adds HTML. @param html inline elements, closed */
  markup(html: string, format: InlineFormat = PLAIN): void {
    const { before, after } = tagsOf(format);
    const last = this.#pieces.at(-1);
    if (last && last.key === before) last.html += html;
    else this.#pieces.push({ key: before, before, after, html });
  }

  /** Adds a line break. */
  lineBreak(): void {
    this.markup("<br>");
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  toString(): string {
    return this.#pieces.map(({ before, html, after }) => before + html + after).join("");
  }
}

function tagsOf({ bold, italic, underline, strike, raised, href }: InlineFormat): {
  before: string;
  after: string;
} {
  const tags = [bold && "strong", italic && "em", underline && !href && "u", strike && "s", raised].filter(
    (tag): tag is string => typeof tag === "string",
  );
  const link = href ? `<a href="${escapeHtml(href)}">` : "";
  return {
    before: link + tags.map((tag) => `<${tag}>`).join(""),
    after: `${tags
      .reverse()
      .map((tag) => `</${tag}>`)
      .join("")}${link && "</a>"}`,
  };
}

/** Escapes text for HTML, in content and attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
