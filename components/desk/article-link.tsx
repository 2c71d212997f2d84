import styles from "./desk-page.module.css";

/** The way back from a page about an article to the article. */
export function ArticleLink({ article: { id, title } }: { article: { id: string; title: string } }) {
  return (
    <p className={styles.meta}>
      <a href={`/desk/articles/${id}`}>← {title}</a>
    </p>
  );
}
