import { inLanguage, LANGUAGE_PARAMETER } from "@/lib/page-address";

/** An article or a claim as other sites show it in a frame. */
export interface EmbeddedDocument {
  kind: "article" | "claim";
  /** URL for the frame. */
  url: string;
}

const PAGE = /^\/(?:embed\/)?(articles\/[^/]+(?:\/claims\/[1-9]\d*)?)\/?$/;

/**
 * The document that an address names.
 * @param href address of the page of an article or a claim, or of its embed
 * @param origin of this installation; nothing of another one is shown
 * @returns null if there is no such document here
 */
export function embeddedDocument(href: string, origin: string): EmbeddedDocument | null {
  const url = URL.canParse(href, origin) ? new URL(href, origin) : null;
  const page = url?.origin === origin ? PAGE.exec(url.pathname)?.[1] : undefined;
  if (page === undefined) return null;
  const language = url?.searchParams.get(LANGUAGE_PARAMETER);
  const address = `${origin}/embed/${page}`;
  return {
    kind: page.includes("/claims/") ? "claim" : "article",
    url: language && /^[a-z]{2,3}$/.test(language) ? inLanguage(address, language) : address,
  };
}
