/** Markup that is safe to stand in a page: made by `html` only, never out of somebody's words. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function draw(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(draw).join("");
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] as string);
}

/** A template of HTML: what is put in is escaped, unless it is markup itself. Attributes have to stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((source, string, index) => source + draw(parts[index - 1]) + string));
}

/** A link where the address is one that pages may lead to; else its words alone. */
export function link(href: string | null | undefined, words: Part): Markup {
  return href && /^(https?:\/\/|mailto:)/i.test(href)
    ? html`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`
    : html`${words}`;
}
