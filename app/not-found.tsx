import styles from "@/components/reader/page.module.css";
import { SiteFooter, SiteHeader } from "@/components/reader/site-frame";

export default function NotFound() {
  return (
    <>
      <SiteHeader organisation={null} />
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>Page not found</h1>
          <p>
            Check the address for typing errors. The page may also have been unpublished. The{" "}
            <a href="/">front page</a> lists every fact-check.
          </p>
        </div>
      </main>
      <SiteFooter organisation={null} />
    </>
  );
}
