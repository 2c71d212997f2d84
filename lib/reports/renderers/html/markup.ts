/** Markup that is safe to insert into a page. Only `html` may create it, never from user input. */
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

/** Template tag for HTML: interpolated values are escaped unless they are Markup. Attributes must have double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((source, string, index) => source + draw(parts[index - 1]) + string));
}

/** A link if the URL is allowed (http, https or mailto); otherwise only the text. */
export function link(href: string | null | undefined, text: Part): Markup {
  return /^(https?:\/\/|mailto:)/i.test(href ?? "")
    ? html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`
    : html`${text}`;
}
