import styles from "./site-frame.module.css";

/** The header of every public page. */
export function SiteHeader() {
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href="/">
          <span aria-hidden="true">†</span> Obelus
        </a>
        <p className={styles.motto}>Articles checked claim by claim</p>
      </header>
    </>
  );
}

/** The footer of every public page. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        The obelus (†) is the mark that ancient editors put next to a passage they doubted.{" "}
        <a href="/corrections">Corrections</a> <a href="/desk">For editors</a>
      </p>
    </footer>
  );
}
