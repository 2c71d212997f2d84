import { z } from "zod";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { isoDay, text, withoutOverrides } from "@/lib/input-fields";
import { isLanguageTag } from "@/lib/language-tag";
import { MAX_FINDING_LENGTH } from "@/lib/reports/finding-of";
import { webAddress } from "@/lib/sources/source-input";

const line = (name: string, max: number) =>
  z
    .string(`${name} is not text.`)
    .transform((value) => withoutOverrides(value).replace(/\s+/g, " ").trim())
    .refine((value) => value.length <= max, `${name} is longer than ${max} characters. Shorten it.`);

const optionalLine = (name: string, max: number) =>
  line(name, max)
    .nullish()
    .transform((value) => value || null);

/** What a new article is checked for. */
export const purposeInput = z
  .enum(ARTICLE_PURPOSES, "Choose whether this is a published text or a manuscript.")
  .default("published_text");

/** An article's title, origin and language. */
export const articleDetailsInput = z.object({
  title: line("The title", 300).refine((value) => value !== "", "Enter a title."),
  publisher: optionalLine("The publisher", 200),
  byline: optionalLine("The byline", 300),
  sourceUrl: webAddress,
  publishedOn: isoDay,
  language: z
    .string()
    .nullish()
    .transform((value) => value?.trim() || "en")
    .refine((value) => isLanguageTag(value), "This is not a language tag. Enter one like en, de or ar-EG."),
  /** One paragraph. Without it, the finding stays as it is; null and blank mean that it is made from the counts. */
  finding: z
    .string("The finding is not text.")
    .transform((value) => value.replace(/\s+/g, " "))
    .pipe(text("The finding", MAX_FINDING_LENGTH))
    .nullable()
    .transform((value) => value || null)
    .optional(),
});

export type ArticleDetailsInput = z.input<typeof articleDetailsInput>;
