import { z } from "zod";
import { text } from "@/lib/input-fields";
import { isLanguageTag } from "@/lib/language-tag";
import { words } from "@/lib/words/words";

const t = words("inbox");

/**
 * The pages about the newsroom, and their sections in order. They are those that the code of principles of the International Fact-Checking
 * Network asks for. Source: https://ifcncodeofprinciples.poynter.org/the-commitments
 */
export const SITE_PAGES = {
  about: ["mission", "organisation", "staff", "funding", "nonPartisanship", "dataUse"],
  methodology: ["selection", "process", "sources", "ratings", "corrections"],
  contact: ["intro"],
} as const;

export type SitePage = keyof typeof SITE_PAGES;
export type PageSection = (typeof SITE_PAGES)[SitePage][number];
export const SITE_PAGE_NAMES = Object.keys(SITE_PAGES) as SitePage[];

/** Limits in UTF-16 units of a section, and in languages of a page. */
export const PAGE_LIMITS = { section: 10_000, languages: 30 } as const;

/** What the newsroom wrote for a page in one language. A section that it did not write is made from its settings. */
export interface PageText {
  /** BCP 47. */
  language: string;
  sections: Partial<Record<PageSection, string>>;
}

/** A page by its name; null for an unknown name. */
export function sitePage(name: unknown): SitePage | null {
  return SITE_PAGE_NAMES.find((each) => each === name) ?? null;
}

/** Checks what was written for a page; sections of other pages and blank ones go. */
export const pageTextInput = z
  .object({
    page: z.enum(SITE_PAGE_NAMES),
    language: z
      .string()
      .max(35, t("page.error.language"))
      .refine((tag) => isLanguageTag(tag), t("page.error.language"))
      .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag),
    sections: z.partialRecord(
      z.enum(Object.values(SITE_PAGES).flat()),
      text(t("page.error.section"), PAGE_LIMITS.section),
    ),
  })
  .transform(({ sections, ...rest }) => ({ ...rest, sections: ownSections(rest.page, sections) }));

/** The sections of a page that have a text, in order. */
export function ownSections(page: SitePage, sections: PageText["sections"]): PageText["sections"] {
  return Object.fromEntries(
    SITE_PAGES[page].flatMap((section) => {
      const written = sections[section]?.trim();
      return written ? [[section, written]] : [];
    }),
  );
}

/**
 * The text that a page shows: in the wanted language, else in a variant of it, else the first one.
 * @param texts in the order in which they are preferred
 * @param wanted BCP 47 tags, the most wanted first
 */
export function chooseText<T extends { language: string }>(
  texts: readonly T[],
  wanted: readonly string[],
): T | null {
  for (const tag of wanted) {
    const exact = texts.find(({ language }) => language === tag);
    const near = texts.find(({ language }) => baseOf(language) === baseOf(tag));
    if (exact ?? near) return exact ?? near ?? null;
  }
  return texts[0] ?? null;
}

const baseOf = (tag: string) => tag.split("-", 1)[0]?.toLowerCase();
