import { MenuButton } from "@/components/ui/menu-button";
import { useWords } from "@/components/words/use-words";
import { useArticleMenuGroups } from "./article-menu-groups";
import styles from "./desk-header.module.css";

/** Everything that can be done with the article itself, besides its next step. */
export function ArticleMenu() {
  const t = useWords("articles");
  return (
    <div data-article-menu>
      <MenuButton label={t("menu")} groups={useArticleMenuGroups()}>
        <span className={styles.menuLabel}>{t("menu")}</span>
        <span aria-hidden="true" className={styles.dots}>
          ⋯
        </span>
      </MenuButton>
    </div>
  );
}
