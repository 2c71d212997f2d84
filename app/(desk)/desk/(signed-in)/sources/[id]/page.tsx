import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import desk from "@/components/desk/desk-page.module.css";
import styles from "@/components/desk/record-page.module.css";
import { RecordHistory } from "@/components/history/record-history";
import { ProposedRedactions } from "@/components/redactions/proposed-redactions";
import { ImportedFields } from "@/components/sources/imported-fields";
import { PageCheck } from "@/components/sources/page-check";
import { SourceCitations } from "@/components/sources/source-citations";
import { SourceFiles } from "@/components/sources/source-files";
import { SourceForm } from "@/components/sources/source-form";
import { SourceMerge } from "@/components/sources/source-merge";
import own from "@/components/sources/sources.module.css";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { requestDateStyle } from "@/lib/auth/request-dates";
import { requireActor } from "@/lib/auth/require-actor";
import { formatCitations } from "@/lib/citations/format-citation";
import { makeDates } from "@/lib/personal/dates";
import { can } from "@/lib/policies/can";
import { linkStateLabels, stanceLabels } from "@/lib/sources/labels";
import type { Stance } from "@/lib/sources/source";
import { words } from "@/lib/words/words";
import { listSourceHistory } from "@/lib/workflows/history/list-source-history";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import { proposeRedactions } from "@/lib/workflows/redactions/propose-redactions";
import { sourceMergedInto } from "@/lib/workflows/sources/follow-merges";
import { getSource } from "@/lib/workflows/sources/get-source";
import * as actions from "./actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<
    Partial<Record<"copy" | "restored" | "history" | "added" | "known" | "saved", string | string[]>>
  >;
}

const t = words("sources");

export const metadata: Metadata = { title: t("source") };

/** One source: its details, the claims that use it, its saved copies and files. */
export default async function SourcePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { copy, restored, history: page, added, known, saved } = await searchParams;
  const actor = await requireActor(`/desk/sources/${id}`);
  const dates = makeDates(await requestDateStyle());
  const found = await getSource(actor, { id, snapshotId: typeof copy === "string" ? copy : undefined });
  if (!found.ok) {
    const into = await sourceMergedInto(actor, { id });
    if (into.ok) redirect(`/desk/sources/${into.value.id}`);
    notFound();
  }
  const history = await listSourceHistory(actor, { sourceId: id, page });
  if (!history.ok) notFound();
  const proposed = await proposeRedactions(actor, { sourceId: id });
  const { source: record, uses, snapshots, shown, attachments, state } = found.value;
  // The form does not edit the imported item.
  const { csl, ...source } = record;
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/sources">{t("back")}</a>
      </p>
      <h1>{source.title}</h1>
      {proposed.ok && (
        <ProposedRedactions
          sourceId={source.id}
          proposed={proposed.value}
          canRedact={can(actor, "redact", "article").allowed}
        />
      )}
      {added && <Notice tone="success">{t("details.added")}</Notice>}
      {saved && <Notice tone="success">{t("details.saved")}</Notice>}
      {known && <Notice tone="success">{t("details.known")}</Notice>}
      <div className={styles.columns}>
        <section aria-labelledby="fields">
          <h2 id="fields">{t("details.title")}</h2>
          <SourceForm source={source} save={actions.saveSource} />
          {csl && <ImportedFields csl={csl} />}
        </section>
        <div>
          <section aria-labelledby="uses">
            <h2 id="uses">
              {rich(t, "details.usedBy", { count: <span className={desk.count}>{uses.length}</span> })}
            </h2>
            {uses.length === 0 && <p className={styles.hint}>{t("details.unused")}</p>}
            <ul className={styles.list}>
              {uses.map((use) => (
                <li key={`${use.claimId}-${use.excerpt}`}>
                  <strong>{stanceLabels[use.stance as Stance]}:</strong>{" "}
                  <a href={`/desk/articles/${use.articleId}?claim=${use.claimId}`}>{use.statement}</a>
                  <span className={styles.hint}>{use.articleTitle}</span>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="copies">
            <h2 id="copies">
              {rich(t, "copies.title", { count: <span className={desk.count}>{snapshots.length}</span> })}
            </h2>
            <p className={styles.hint}>
              {source.url === null
                ? t("copies.noAddress")
                : source.linkState === "unchecked"
                  ? t("copies.notChecked")
                  : [
                      linkStateLabels[source.linkState],
                      source.linkCheckedAt &&
                        t("copies.checkedAt", { date: dates.instant(source.linkCheckedAt) }),
                      source.linkNote,
                    ]
                      .filter(Boolean)
                      .join(", ")}
            </p>
            {source.url !== null && !source.confidential && (
              <PageCheck sourceId={id} checkedAt={found.value.pageCheckedAt} check={actions.checkPage} />
            )}
            {state.copy.kind === "waiting" && (
              <p className={styles.hint} role="status">
                {t("copies.saving")}
              </p>
            )}
            {state.copy.kind === "failed" && <p className={styles.hint}>{t("copies.failed")}</p>}
            <ul className={styles.list}>
              {snapshots.map((snapshot) => (
                <li key={snapshot.id}>
                  {dates.instant(snapshot.takenAt)}
                  {snapshot.title && `: ${snapshot.title}`}
                  <span className={styles.hint}>
                    {snapshot.url}
                    <br />
                    {t("copies.hash", { hash: snapshot.bodyHash })}
                  </span>
                  {snapshot.id !== shown?.id && (
                    <>
                      <a href={`/desk/sources/${id}?copy=${snapshot.id}#copies`}>{t("copies.read")}</a>{" "}
                    </>
                  )}
                  <a href={`/desk/sources/${id}/copies/${snapshot.id}`}>{t("copies.download")}</a>
                  {snapshot.id === shown?.id && <CopyText text={shown.text} />}
                </li>
              ))}
            </ul>
          </section>
          <SourceFiles
            source={{ id, url: source.url }}
            attachments={attachments}
            saveCopy={actions.saveCopy}
            attachFile={actions.attachFile}
            removeFile={actions.removeFile}
          />
          <SourceCitations
            sourceId={id}
            citations={
              source.confidential
                ? null
                : formatCitations(record, { accessedOn: source.keptAt?.slice(0, 10) ?? null })
            }
          />
          {can(actor, "merge", "source").allowed && (
            <SourceMerge
              sourceId={id}
              used={uses.length > 0}
              merge={actions.mergeInto}
              remove={actions.removeSource}
            />
          )}
        </div>
      </div>
      <RecordHistory
        title={t("details.history")}
        empty={t("details.noHistory")}
        notice={restored && <Notice tone="success">{t("details.restored")}</Notice>}
        history={history.value}
        perPage={EVENTS_PER_PAGE}
        restore={actions.restoreSource.bind(null, id)}
      />
    </main>
  );
}

function CopyText({ text }: { text: string }) {
  if (text === "") return <p className={styles.hint}>{t("copies.noText")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keyboard too
    <section className={own.copy} aria-label={t("copies.text")} tabIndex={0}>
      {text.split("\n").map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a copy never changes
        <p key={index}>{line}</p>
      ))}
    </section>
  );
}
