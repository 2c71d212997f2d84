import { useWords } from "@/components/words/use-words";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { Document, type DocumentContext } from "../document";
import page from "../page.module.css";
import { useOwnLanguage } from "../use-own-language";
import { ContactForm } from "./contact-form";
import { OrganisationFacts } from "./default-section";
import { PageBlocks } from "./page-blocks";
import styles from "./site-page.module.css";
import { TextLanguages } from "./text-languages";
import { useChosenText } from "./use-chosen-text";

type Props = ContentOf<"contact"> & { context: DocumentContext };

/** How readers reach the newsroom: a form that works without a script. */
export function ContactPage({ texts, wanted, subject, form, context }: Props) {
  const t = useWords("sitePages");
  const own = useOwnLanguage();
  const { organisation } = context.site;
  const chosen = useChosenText(texts, wanted, organisation);
  const intro = chosen?.sections.intro;
  const article = subject && `/articles/${encodeURIComponent(subject.slug)}`;
  return (
    <Document
      head={{
        title: t("contact.title"),
        description: t("contact.description"),
        path: subject === null && wanted === null ? "/contact" : null,
        canonicalPath: "/contact",
      }}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          <h1 className={page.title}>{t("contact.title")}</h1>
          <TextLanguages path="/contact" texts={texts} shown={chosen} />
          {intro && chosen ? (
            <PageBlocks text={intro} language={chosen.language} />
          ) : (
            <p className={styles.text}>{t("contact.intro")}</p>
          )}
          {subject && (
            <div className={page.earlier}>
              <p className={styles.aboutTitle}>{t("contact.about")}</p>
              <p className={styles.aboutTitle}>
                <a href={article ?? "/"} {...own(subject.title, subject.language)}>
                  {subject.title}
                </a>
              </p>
              {subject.claim && (
                <p className={styles.aboutTitle}>
                  <a href={`${article}/claims/${subject.claim.number}`}>
                    {t("contact.aboutClaim", subject.claim)}
                  </a>
                </p>
              )}
            </div>
          )}
          <ContactForm form={form} subject={subject} language={context.language ?? "en"} />
          {organisation && (organisation.email || organisation.contactUrl || organisation.address) && (
            <section className={styles.section} aria-labelledby="other">
              <h2 id="other">{t("contact.other")}</h2>
              <OrganisationFacts organisation={organisation} />
            </section>
          )}
        </div>
      </main>
    </Document>
  );
}
