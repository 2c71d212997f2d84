/** The article or claim that a message is about. */
export interface ContactSubject {
  slug: string;
  /** Number of the claim; null for the article. */
  claim: number | null;
}

/** The pages about the newsroom, and the form by which readers reach it. */
export type SitePageAddress =
  /** `text` is the BCP 47 tag of the text that a reader chose; null for the one that suits the page. */
  | { kind: "site-page"; page: "about" | "methodology"; text: string | null }
  | { kind: "contact"; text: string | null; about: ContactSubject | null; want: string | null }
  | { kind: "contact-sent" }
  /** Where readers check whether a file is as it was published. */
  | { kind: "verify" };

const KINDS: ReadonlySet<string> = new Set<SitePageAddress["kind"]>([
  "site-page",
  "contact",
  "contact-sent",
  "verify",
]);

export function isSitePageAddress(address: SitePageAddress | { kind: string }): address is SitePageAddress {
  return KINDS.has(address.kind);
}

/** Where the form of /contact is sent. */
export const CONTACT_SEND_PATH = "/contact/send";

const NUMBER = /^[1-9]\d{0,5}$/;

/** The page that a path names; null if it names none. @param parameter a parameter of the query; null if it is missing or empty */
export function readSitePageAddress(
  path: string,
  parameter: (name: string) => string | null,
): SitePageAddress | null {
  switch (path) {
    case "/about":
    case "/methodology":
      return {
        kind: "site-page",
        page: path === "/about" ? "about" : "methodology",
        text: parameter("text"),
      };
    case "/contact":
      return {
        kind: "contact",
        text: parameter("text"),
        about: readSubject(parameter("article"), parameter("claim")),
        want: parameter("want"),
      };
    case "/contact/sent":
      return { kind: "contact-sent" };
    case "/verify":
      return { kind: "verify" };
    default:
      return null;
  }
}

/** What a message is about, from what a query or a form says. */
export function readSubject(article: string | null, claim: string | null): ContactSubject | null {
  if (!article || article.length > 500) return null;
  return { slug: article, claim: claim !== null && NUMBER.test(claim) ? Number(claim) : null };
}
