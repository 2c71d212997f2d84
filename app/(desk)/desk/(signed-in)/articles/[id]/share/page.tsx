import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleLink } from "@/components/desk/article-link";
import styles from "@/components/desk/desk-page.module.css";
import share from "@/components/sharing/share.module.css";
import { CopiedText, NoteText } from "@/components/sharing/share-texts";
import { requireActor } from "@/lib/auth/require-actor";
import { STAFF_ROLES } from "@/lib/policies/actor";
import { CARD_SIZE } from "@/lib/reports/renderers/card/card-address";
import { textLanguage } from "@/lib/reports/text-language";
import { words } from "@/lib/words/words";
import { getSharing, type SharedClaim } from "@/lib/workflows/publication/get-sharing";

const t = words("share");

export const metadata: Metadata = { title: t("title") };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** Pictures, notes and the script for sharing a published article. */
export default async function SharePage({ params, searchParams }: Props) {
  const { id } = await params;
  const address = `/desk/articles/${id}/share`;
  const actor = await requireActor(address, STAFF_ROLES);
  const result = await getSharing(actor, { articleId: id, page: (await searchParams).page });
  if (!result.ok) notFound();
  const { article, published } = result.value;
  return (
    <main id="content" className={styles.page}>
      <ArticleLink article={article} />
      <div className={styles.head}>
        <h1>{t("title")}</h1>
      </div>
      {!published && <p className={styles.empty}>{t("empty")}</p>}
      {published && (
        <>
          <section className={styles.section} aria-labelledby="picture">
            <h2 id="picture">{t("picture.title")}</h2>
            <p className={styles.hint}>{t("picture.hint")}</p>
            {/* biome-ignore lint/performance/noImgElement: it is drawn in its final size already */}
            <img
              className={share.picture}
              src={published.picture.address}
              alt={published.picture.alt}
              {...CARD_SIZE}
            />
            <CopiedText label={t("alt.label")} copy={t("alt.copy")} text={published.picture.alt} />
            <p>
              <a href={published.picture.address} download>
                {t("picture.download")}
              </a>
            </p>
          </section>
          <section className={styles.section} aria-labelledby="script">
            <h2 id="script">{t("script.title")}</h2>
            <p className={styles.hint}>{t("script.hint")}</p>
            <CopiedText label={t("script.label")} copy={t("script.copy")} text={published.script} />
          </section>
          <section className={styles.section} aria-labelledby="claims">
            <h2 id="claims">
              {t("claims.title")} <span className={styles.count}>{published.total}</span>
            </h2>
            <ul className={styles.list}>
              {published.claims.map((claim) => (
                <ClaimToShare key={claim.number} claim={claim} language={article.language} />
              ))}
            </ul>
            <Pages {...published} address={address} />
          </section>
        </>
      )}
    </main>
  );
}

function ClaimToShare({ claim, language }: { claim: SharedClaim; language: string }) {
  const { number, statement, rating, picture, note } = claim;
  return (
    <li className={styles.item}>
      <h3>{t("claim.heading", { number, rating })}</h3>
      <p {...textLanguage(statement, language)}>{statement}</p>
      <NoteText number={number} note={note} />
      <CopiedText label={t("alt.label")} copy={t("alt.copyClaim", { number })} text={picture.alt} />
      <p>
        <a href={picture.address} download>
          {t("claim.download", { number })}
        </a>
      </p>
    </li>
  );
}

function Pages({ page, pages, address }: { page: number; pages: number; address: string }) {
  if (pages === 1) return null;
  return (
    <nav className={styles.actions} aria-label={t("pages")}>
      {page > 1 && <a href={`${address}?page=${page - 1}#claims`}>{t("pages.previous")}</a>}
      <span>{t("pages.page", { page, pages })}</span>
      {page < pages && <a href={`${address}?page=${page + 1}#claims`}>{t("pages.next")}</a>}
    </nav>
  );
}
