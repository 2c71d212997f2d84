import { inLanguage, LANGUAGE_PARAMETER } from "@/lib/page-address";

// What these change is HTML of React, which escapes quotation marks and angle brackets in attributes and text.

/** Keeps the addresses of links to web pages, to mail, and within this document or site, and drops all others. */
export function withSafeLinks(html: string): string {
  return inBody(html, (body) => body.replace(/ href="(?!#|\/|https?:|mailto:)[^"]*"/gi, ""));
}

/**
 * Completes every address of the site, so that a document works outside it.
 * @param publicUrl of the site, without a slash at the end
 */
export function withFullAddresses(html: string, publicUrl: string): string {
  return inBody(html, (body) =>
    body.replace(/ (href|src)="\/(?!\/)/g, (_, name: string) => ` ${name}="${publicUrl}/`),
  );
}

/** Paths of public pages and of the files of reports, which are in several languages. */
const IN_LANGUAGES =
  /^\/(?:$|[?#]|(?:articles|embed|corrections|claimants|sources|archive|search|about|contact|methodology|verify)(?:[/?#]|$))/;

/**
 * Makes the links and searches of a document within the site keep its language. Links that name one stay as they are.
 * @param language BCP 47
 * @param publicUrl of the site, without a slash at the end
 */
export function withLanguage(html: string, language: string, publicUrl: string): string {
  return inBody(html, (body) =>
    body
      .replace(/ href="([^"]*)"/g, (attribute, href: string) => {
        const path = href.startsWith(`${publicUrl}/`) ? href.slice(publicUrl.length) : href;
        if (!IN_LANGUAGES.test(path) || NAMES_LANGUAGE.test(path)) return attribute;
        return ` href="${inLanguage(href, language).replace(/&(?!amp;)/g, "&amp;")}"`;
      })
      .replace(/<form action="\/search"[^>]*>/g, (form) =>
        [`${form}<input`, `type="hidden"`, `name="${LANGUAGE_PARAMETER}"`, `value="${language}"/>`].join(" "),
      ),
  );
}

const NAMES_LANGUAGE = new RegExp(`[?;&]${LANGUAGE_PARAMETER}=`);

/** Makes links to other pages open in a window of their own. Links within the document stay. */
export function withNewWindows(html: string): string {
  return inBody(html, (body) => body.replace(/<a (?=[^>]*href="(?!#))/g, '<a target="_blank" '));
}

/** Drops the address of every link to a path and to what is below it, for a document that is not there yet. */
export function withoutLinksTo(html: string, path: string): string {
  const pattern = new RegExp(` href="${path.replace(/[^\w/-]/g, "\\$&")}(?:[/?][^"]*)?"`, "g");
  return inBody(html, (body) => body.replace(pattern, ""));
}

/** The head can have a style sheet and a script inside, whose hashes are fixed. */
function inBody(html: string, change: (body: string) => string): string {
  const start = html.indexOf("<body");
  return html.slice(0, start) + change(html.slice(start));
}
