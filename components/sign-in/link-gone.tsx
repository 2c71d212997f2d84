import styles from "@/components/desk/desk-page.module.css";

/** What a mailed link shows that cannot be used any more. */
export function LinkGone({ again }: { again: string }) {
  return (
    <main id="content" className={styles.narrow}>
      <h1>This link cannot be used</h1>
      <p>
        It was used, or is older than 15 minutes. <a href={again}>Ask for a new one</a>.
      </p>
    </main>
  );
}
