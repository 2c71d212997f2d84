import { useWords } from "@/components/words/use-words";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { SITE_PAGES } from "@/lib/site-pages/site-page";
import { Document, type DocumentContext } from "../document";
import page from "../page.module.css";
import { DefaultText, SectionFacts } from "./default-section";
import { PageBlocks } from "./page-blocks";
import styles from "./site-page.module.css";
import { TextLanguages } from "./text-languages";
import { useChosenText } from "./use-chosen-text";

type Props = ContentOf<"site-page"> & { context: DocumentContext };

/** Who publishes here, and how they work: what the newsroom wrote, and for the rest what its settings say. */
export function SitePage({ page: name, texts, wanted, ratings, requiredApprovals, context }: Props) {
  const t = useWords("sitePages");
  const { organisation } = context.site;
  const chosen = useChosenText(texts, wanted, organisation);
  const path = `/${name}`;
  return (
    <Document
      head={{
        title: t(`${name}.title`),
        description: t(`${name}.description`),
        path: wanted === null ? path : null,
        canonicalPath: path,
      }}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          <h1 className={page.title}>{t(`${name}.title`)}</h1>
          <TextLanguages path={path} texts={texts} shown={chosen} />
          {SITE_PAGES[name].map((section) => {
            const written = chosen?.sections[section];
            return (
              <section key={section} className={styles.section} aria-labelledby={section}>
                <h2 id={section}>{t(`section.${section}`)}</h2>
                {written && chosen ? (
                  <PageBlocks text={written} language={chosen.language} />
                ) : (
                  <div className={styles.text}>
                    <DefaultText
                      section={section}
                      organisation={organisation}
                      requiredApprovals={requiredApprovals}
                    />
                  </div>
                )}
                <SectionFacts section={section} organisation={organisation} ratings={ratings} />
              </section>
            );
          })}
        </div>
      </main>
    </Document>
  );
}
