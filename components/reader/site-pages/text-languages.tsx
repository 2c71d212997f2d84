import { useWords } from "@/components/words/use-words";
import type { PageText } from "@/lib/site-pages/site-page";
import page from "../page.module.css";

/** Links to a page in the other languages that the newsroom wrote it in. */
export function TextLanguages({
  path,
  texts,
  shown,
}: {
  path: string;
  texts: readonly PageText[];
  shown: PageText | null;
}) {
  const t = useWords("sitePages");
  const others = texts.filter(({ language }) => language !== shown?.language);
  if (others.length === 0) return null;
  return (
    <nav className={page.links} aria-label={t("readIn")}>
      <span>{t("readIn")}</span>
      {others.map(({ language }) => (
        <a
          key={language}
          href={`${path}?text=${encodeURIComponent(language)}`}
          hrefLang={language}
          lang={language}
        >
          {new Intl.DisplayNames([language, "en"], { type: "language" }).of(language)}
        </a>
      ))}
    </nav>
  );
}
