import styles from "@/components/desk/desk-page.module.css";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";

/** A secret, the only time it is shown. It is never stored in the browser. */
export function NewSecret({ secret }: { secret: string }) {
  const t = useWords("webhooks");
  return (
    <Notice tone="success">
      <p>{t("copyNow")}</p>
      <input
        className={styles.link}
        readOnly
        value={secret}
        aria-label={t("secret")}
        onFocus={(event) => event.target.select()}
      />
    </Notice>
  );
}
