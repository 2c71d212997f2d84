import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words";
import styles from "./publication-desk.module.css";
import type { PublicNote } from "./publication-notes";

/** It can open links in windows of their own, and not take this one away. */
const SANDBOX = ["allow-scripts", "allow-same-origin", "allow-popups", "allow-popups-to-escape-sandbox"].join(
  " ",
);

const WIDTHS = ["desktop", "phone"] as const;

/**
 * The public page as readers would see it, at the width of a computer or of a phone.
 * @param fingerprint of what it shows: when that changes, it is loaded again
 * @param notes public notes that it shows; it is loaded again when they change
 */
export function PublicationFrame({
  articleId,
  fingerprint,
  notes,
  isBlocked,
}: {
  articleId: string;
  fingerprint: string;
  notes: readonly ({ claimId: string } & PublicNote)[];
  /** Whether claims are missing in it. */
  isBlocked: boolean;
}) {
  const t = useWords("publication");
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>("desktop");
  const address = `/desk/articles/${articleId}/publish/preview`;
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  const json = JSON.stringify(notes);
  // A new frame for each content: loading one again would add a step to the history of the page.
  const key = `${fingerprint} ${json}`;
  /** The key of the frame that is filled. */
  const [loaded, setLoaded] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the frame that is to be filled
  useEffect(() => {
    form.current?.submit();
  }, [key]);
  return (
    <section className={styles.preview} aria-labelledby="publication-preview">
      <div className={styles.previewHead}>
        <h2 id="publication-preview">{t("preview.title")}</h2>
        <fieldset className={styles.widths}>
          <legend className="visually-hidden">{t("preview.width")}</legend>
          {WIDTHS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="preview-width"
                checked={width === each}
                onChange={() => setWidth(each)}
              />
              {t(`preview.${each}`)}
            </label>
          ))}
        </fieldset>
        <a href={address} target="_blank" rel="noopener">
          {t("preview.open")}
        </a>
      </div>
      {isBlocked && <p className={styles.hint}>{t("preview.blocked")}</p>}
      <form ref={form} method="post" action={address} target={name} hidden>
        <input type="hidden" name="notes" value={json} readOnly />
      </form>
      <div className={styles.frameBox}>
        <iframe
          key={key}
          name={name}
          className={styles.frame}
          data-width={width}
          title={t("preview.frame")}
          sandbox={SANDBOX}
          onLoad={(event) => {
            if (!isEmpty(event.currentTarget)) setLoaded(key);
          }}
        />
        <p className={styles.loading} role="status">
          {loaded !== key && t("preview.loading")}
        </p>
      </div>
    </section>
  );
}

/** Whether a frame has only the empty document that it begins with, of which browsers also report that it is loaded. */
function isEmpty(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.href === "about:blank";
  } catch {
    // The browser's own page about a failure: it can't be read, but it says more than a page that is loading.
    return false;
  }
}
