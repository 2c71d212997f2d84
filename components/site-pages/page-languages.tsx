import { FilterForm } from "@/components/filters/filter-form";
import styles from "@/components/inbox/inbox.module.css";
import { Field } from "@/components/ui/field";
import { type PageText, SITE_PAGE_NAMES, type SitePage } from "@/lib/site-pages/site-page";
import { words } from "@/lib/words/words";

/** Chooses which page, and which of its languages, the form shows. */
export function PageLanguages({
  page,
  language,
  texts,
}: {
  page: SitePage;
  /** BCP 47, of the text that is shown. */
  language: string;
  texts: readonly PageText[];
}) {
  const t = words("inbox");
  const isWritten = texts.some((each) => each.language === language);
  const shown = isWritten ? texts : [...texts, { language, sections: {} }];
  return (
    <>
      <nav className={styles.states} aria-label={t("pages.page")}>
        {SITE_PAGE_NAMES.map((each) => (
          <a
            key={each}
            href={`/desk/settings/pages?page=${each}`}
            aria-current={each === page ? "page" : undefined}
          >
            {t(`pages.${each}`)}
          </a>
        ))}
        <a href={`/${page}${isWritten ? `?text=${encodeURIComponent(language)}` : ""}`}>{t("pages.see")}</a>
      </nav>
      <nav className={styles.states} aria-label={t("pages.languages")}>
        {shown.map((each) => (
          <a
            key={each.language}
            href={`/desk/settings/pages?page=${page}&language=${encodeURIComponent(each.language)}`}
            aria-current={each.language === language ? "page" : undefined}
          >
            {t("pages.written", { language: each.language, count: Object.keys(each.sections).length })}
          </a>
        ))}
      </nav>
      <FilterForm label={t("pages.otherLanguage")}>
        <input type="hidden" name="page" value={page} />
        <Field label={t("pages.otherLanguage")}>
          {(control) => (
            <input
              {...control}
              name="language"
              aria-describedby="other-language-hint"
              maxLength={35}
              required
              size={12}
            />
          )}
        </Field>
        {/* Not in the field: the button beside it would be in line with the hint. */}
        <p className={styles.below} id="other-language-hint">
          {t("pages.otherLanguageHint")}
        </p>
      </FilterForm>
    </>
  );
}
