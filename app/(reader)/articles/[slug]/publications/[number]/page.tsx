import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ArticleView } from "@/components/reader/article-view";
import styles from "@/components/reader/page.module.css";
import { PublicationList } from "@/components/reader/publication-list";
import { UnpublishedNotice } from "@/components/reader/unpublished-notice";
import { findNumberedPublication, listPublicationNumbers } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import { formatInstant } from "@/lib/format-date";
import { findNotice, noticeMetadata } from "../../find-report";

interface Props {
  params: Promise<{ slug: string; number: string }>;
}

async function find({ params }: Props) {
  const { slug, number } = await params;
  const report = /^[1-9]\d{0,5}$/.test(number) ? await findNumberedPublication(slug, Number(number)) : null;
  if (!report) notFound();
  return { slug, report };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const unpublication = await findNotice((await props.params).slug);
  if (unpublication) return noticeMetadata(unpublication);
  const { slug, report } = await find(props);
  return {
    title: `Publication ${report.publication.number}: ${report.article.title}`,
    alternates: { canonical: `${env().publicUrl}/articles/${slug}` },
    robots: { index: false },
  };
}

/** An earlier publication of an article. */
export default async function EarlierPublicationPage(props: Props) {
  const unpublication = await findNotice((await props.params).slug);
  if (unpublication) return <UnpublishedNotice unpublication={unpublication} />;
  const { slug, report } = await find(props);
  const publications = await listPublicationNumbers(slug);
  const { number, publishedAt } = report.publication;
  if (number === publications[0]?.number) redirect(`/articles/${slug}`);
  const next = publications.findLast((each) => each.number > number);
  return (
    <ArticleView
      report={report}
      imageHosts={env().imageHosts}
      head={
        <p className={styles.earlier} role="note">
          This is publication {number} of {publications.length}, as readers saw it from{" "}
          {formatInstant(publishedAt)}
          {next && ` until ${formatInstant(next.publishedAt)}`}.{" "}
          <a href={`/articles/${slug}`}>Read the current one</a>
        </p>
      }
      foot={<PublicationList slug={slug} publications={publications} shown={number} />}
    />
  );
}
