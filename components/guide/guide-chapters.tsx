"use client";

import { Fragment } from "react";
import { NamedKey } from "@/components/commands/command-key";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { GUIDE_CHAPTERS, GUIDE_PICTURE, type GuideChapter } from "@/lib/personal/guide";
import type { WordsKey } from "@/lib/words/words";
import styles from "./guide.module.css";

/** The paragraphs of each chapter. */
const PARAGRAPHS: Record<GuideChapter, readonly WordsKey<"guide">[]> = {
  import: ["import.1", "import.2", "import.3"],
  mark: ["mark.1", "mark.2", "mark.3"],
  verdict: ["verdict.1", "verdict.2", "verdict.3"],
  sources: ["sources.1", "sources.2", "sources.3"],
  review: ["review.1", "review.2", "review.3"],
  publish: ["publish.1", "publish.2", "publish.3"],
  corrections: ["corrections.1", "corrections.2"],
  keys: ["keys.1", "keys.2"],
};

/** The guide: its chapters with their pictures, and the keys as this person has them. */
export function GuideChapters() {
  const t = useWords("guide");
  const values = {
    mark: <NamedKey id="mark" keys="m" />,
    exactly: <NamedKey id="mark-exactly" keys="alt+m" />,
    sheet: <NamedKey id="keys" keys="?" />,
    palette: <NamedKey id="palette" keys="mod+k" />,
    link: (text: React.ReactNode) => <a href="/desk/account/shortcuts">{text}</a>,
  };
  return (
    <>
      <nav aria-label={t("chapters")}>
        <ol className={styles.contents}>
          {GUIDE_CHAPTERS.map((chapter) => (
            <li key={chapter}>
              <a href={`#${chapter}`}>{t(`${chapter}.title`)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {GUIDE_CHAPTERS.map((chapter) => (
        <section key={chapter} aria-labelledby={chapter} className={styles.chapter}>
          <h2 id={chapter} tabIndex={-1}>
            {t(`${chapter}.title`)}
          </h2>
          {PARAGRAPHS[chapter].map((paragraph) => (
            <Fragment key={paragraph}>
              <p>{rich(t, paragraph, values)}</p>
            </Fragment>
          ))}
          <picture>
            <source srcSet={`/guide/${chapter}-dark.webp`} media="(prefers-color-scheme: dark)" />
            <img
              src={`/guide/${chapter}-light.webp`}
              alt={t(`${chapter}.alt`)}
              width={GUIDE_PICTURE.width}
              height={GUIDE_PICTURE.height}
              loading="lazy"
            />
          </picture>
        </section>
      ))}
    </>
  );
}
