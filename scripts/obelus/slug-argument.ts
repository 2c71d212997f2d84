import { readSlug } from "../../lib/article-path";

/** The slug in an argument, as a person copies it from an address: percent-encoded or not. */
export function slugArgument(text: string): string {
  return readSlug(text) ?? text;
}
