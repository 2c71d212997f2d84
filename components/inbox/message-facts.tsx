import { RelativeTime } from "@/components/ui/relative-time";
import type { ReaderMessage } from "@/lib/messages/message";
import { words } from "@/lib/words/words";
import styles from "./inbox.module.css";

/** What a reader wrote, and what it is about. */
export function MessageFacts({
  message: { kind, text, name, email, url, quote, article, claim, receivedAt, erasedAt },
  hasEmail,
  showsEmail,
}: {
  message: ReaderMessage;
  hasEmail: boolean;
  /** Whether this person sees the address. */
  showsEmail: boolean;
}) {
  const t = words("inbox");
  const isErased = erasedAt !== null;
  const mail = email ? (
    <a href={`mailto:${email}`}>{email}</a>
  ) : (
    t(hasEmail && !showsEmail ? "emailHidden" : "emailNone")
  );
  const rows = [
    [t("filter.kind"), t(`kind.${kind}`)],
    [
      t("about"),
      article && (
        <>
          <p>
            <a href={`/desk/articles/${article.id}`}>{article.title}</a>
          </p>
          {claim && (
            <p>
              <a href={`/desk/articles/${article.id}?claim=${claim.id}`}>{t("aboutClaim", claim)}</a>
            </p>
          )}
        </>
      ),
    ],
    [t("passage"), quote && <q dir="auto">{quote}</q>],
    [
      t("address"),
      url && (
        <a href={url} rel="noopener noreferrer nofollow" target="_blank">
          {url}
        </a>
      ),
    ],
    [t("email"), isErased ? null : mail],
    [t("received"), <RelativeTime key="received" at={receivedAt} />],
  ] as const;
  return (
    <section aria-labelledby="message">
      <h2 id="message">{name ? t("from", { name }) : t("fromUnknown")}</h2>
      {text !== null && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      <dl className={styles.facts}>
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
