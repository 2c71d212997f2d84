import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArchiveContent } from "@/lib/archive/archive-content";
import { articlePath } from "@/lib/article-path";
import { intlLocale } from "@/lib/intl-locale";
import { isolated } from "@/lib/reports/text-language";
import { RatingChart } from "../claims/rating-chart";
import type { DocumentContext } from "../document";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import styles from "./archive.module.css";
import { ClaimList } from "./claim-list";
import { ListPage } from "./list-page";

type Props = Extract<ArchiveContent, { kind: "claimant" }> & { context: DocumentContext };

/** Who made claims, as publications name them: their claims and how these were rated. */
export function ClaimantPage({ path, claims, total, names, ratings, nextCursor, isFirst, context }: Props) {
  const t = useWords("archive");
  const language = useContext(LanguageContext);
  const list = new Intl.ListFormat(intlLocale(language));
  const [name = "", ...others] = names;
  const named = isolated(name, language);
  const newest = claims[0]?.claimant ?? null;
  const { publicUrl } = context.site;
  return (
    <ListPage
      title={t("claimant.title", { name: named })}
      heading={rich(t, "claimant.title", { name: <OwnText>{name}</OwnText> })}
      description={t("claimant.description", { count: total, name: named })}
      path={path}
      crumbs={[
        { path: "/archive", name: t("title") },
        { path: "/archive/claimants", name: t("groupTitle.claimants") },
      ]}
      total={total}
      nextCursor={nextCursor}
      isFirst={isFirst}
      data={[
        {
          "@context": "https://schema.org",
          "@type": newest?.kind === "person" ? "Person" : "Organization",
          name,
          url: `${publicUrl}${path}`,
          ...(newest && newest.sameAs.length > 0 && { sameAs: newest.sameAs }),
          ...(others.length > 0 && { alternateName: others }),
        },
        {
          "@context": "https://schema.org",
          "@type": "ItemList",
          itemListElement: claims.map(({ article, number }, index) => ({
            "@type": "ListItem",
            position: index + 1,
            url: `${publicUrl}${articlePath(article.slug)}/claims/${number}`,
          })),
        },
      ]}
      context={context}
    >
      <p className={page.meta}>
        {newest && <span>{t(`claimant.kind.${newest.kind}`)}</span>}
        {newest?.role && (
          <span>
            <OwnText>{newest.role}</OwnText>
          </span>
        )}
        {others.length > 0 && (
          <span>
            {t("claimant.names", { names: list.format(others.map((each) => isolated(each, language))) })}
          </span>
        )}
      </p>
      {newest && newest.sameAs.length > 0 && (
        <p className={page.meta}>
          <span>{t("claimant.pages", { name: named })}</span>
          {newest.sameAs.map((url) => (
            <a key={url} href={url} rel="noopener noreferrer nofollow">
              {new URL(url).hostname}
            </a>
          ))}
        </p>
      )}
      <RatingChart
        report={{
          scale: { name: "", ratings: ratings.map(({ rating }) => rating) },
          summary: {
            total: ratings.reduce((sum, { count }) => sum + count, 0),
            counts: ratings.map(({ rating, count }) => ({ ratingKey: rating.key, count })),
          },
        }}
      />
      <h2 className={styles.heading}>{t("claims")}</h2>
      <ClaimList claims={claims} isOfOne />
    </ListPage>
  );
}
