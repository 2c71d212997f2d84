import styles from "@/components/reader/page.module.css";
import { SiteFooter, SiteHeader } from "@/components/reader/site-frame";

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title}>There is nothing at this address</h1>
          <p>
            It may have been mistyped, or what stood here is not published. The <a href="/">front page</a>{" "}
            lists every fact-check.
          </p>
        </div>
      </main>
      <SiteFooter />
    </>
  );
}
