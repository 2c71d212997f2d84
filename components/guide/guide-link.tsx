import type { GuideChapter } from "@/lib/personal/guide";
import { words } from "@/lib/words/words";
import styles from "./guide.module.css";

/** A small "?" that leads to the chapter of the guide about this part of the desk. It opens beside the page, where work may be unsaved. */
export function GuideLink({ chapter }: { chapter: GuideChapter }) {
  const t = words("guide");
  const label = t("link", { chapter: t(`${chapter}.title`) });
  return (
    <a
      className={styles.link}
      href={`/desk/guide#${chapter}`}
      target="_blank"
      aria-label={label}
      title={label}
      rel="noopener"
    >
      ?
    </a>
  );
}
