import type { Metadata } from "next";
import { notFound } from "next/navigation";
import desk from "@/components/desk/desk-page.module.css";
import { DefaultButton } from "@/components/settings/default-button";
import { RatingList } from "@/components/settings/rating-list";
import { ScaleEditor } from "@/components/settings/scale-editor";
import { articlesOf } from "@/components/settings/scale-list";
import { ScalePreview } from "@/components/settings/scale-preview";
import styles from "@/components/settings/scales.module.css";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { chooseDefaultAction, saveScaleAction } from "../actions";
import { scaleView } from "../scale-view";

interface Props {
  params: Promise<{ scaleId: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}

export const metadata: Metadata = { title: "Rating scale" };

/** One version of a scale: the newest is edited by administrators, all are read by everybody. */
export default async function ScalePage({ params, searchParams }: Props) {
  const { scaleId } = await params;
  const { saved } = await searchParams;
  const actor = await requireActor(`/desk/settings/scales/${scaleId}`);
  const result = await listScalesOfDesk(actor);
  if (!result.ok) throw new Error(result.error.message);
  const scales = result.value.map(scaleView);
  const scale = scales.find(({ id }) => id === scaleId);
  if (!scale) notFound();
  const versions = scales.filter(({ name }) => name === scale.name);
  const newest = versions[0] ?? scale;
  const mayChange = can(actor, "change", "scale").allowed;
  const isNewest = newest.id === scale.id;
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/settings/scales">← Rating scales</a>
      </p>
      <div className={desk.head}>
        <h1>
          {scale.name} <span className={desk.count}>version {scale.version}</span>
        </h1>
        {isNewest && (
          <DefaultButton
            scale={scale}
            insteadOf={scales.find(({ isDefault }) => isDefault)?.id ?? ""}
            {...(mayChange && { choose: chooseDefaultAction })}
          />
        )}
      </div>
      <p className={desk.meta}>
        <span>Used by {articlesOf(scale)}</span>
        {versions
          .filter(({ id }) => id !== scale.id)
          .map(({ id, version }) => (
            <span key={id}>
              <a href={`/desk/settings/scales/${id}`}>Version {version}</a>
            </span>
          ))}
      </p>
      <div className={styles.body}>
        <div className={styles.notice}>
          {saved !== undefined && (
            <Notice tone="success">
              Version {scale.version} is saved. Past publications keep the scale that they used; articles keep
              theirs until they are moved.
            </Notice>
          )}
          {!isNewest && (
            <Notice>
              This is an older version, kept as it was.{" "}
              <a href={`/desk/settings/scales/${newest.id}`}>Version {newest.version}</a> is the newest.
            </Notice>
          )}
        </div>
        {mayChange && isNewest ? (
          <ScaleEditor key={scale.id} scale={scale} save={saveScaleAction} />
        ) : (
          <div className={styles.editor}>
            <RatingList ratings={scale.ratings} />
            <ScalePreview ratings={scale.ratings} />
          </div>
        )}
      </div>
    </main>
  );
}
