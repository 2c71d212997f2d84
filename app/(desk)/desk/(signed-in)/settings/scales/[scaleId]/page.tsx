import type { Metadata } from "next";
import { notFound } from "next/navigation";
import desk from "@/components/desk/desk-page.module.css";
import { DefaultButton } from "@/components/settings/default-button";
import { RatingList } from "@/components/settings/rating-list";
import { ScaleEditor } from "@/components/settings/scale-editor";
import { ScalePreview } from "@/components/settings/scale-preview";
import styles from "@/components/settings/scales.module.css";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { chooseDefaultAction, saveScaleAction } from "../actions";
import { scaleView } from "../scale-view";

interface Props {
  params: Promise<{ scaleId: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}

const t = words("settings");

export const metadata: Metadata = { title: t("scale.title") };

/** One version of a scale. Administrators can edit the latest; everyone at the desk can read all of them. */
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
  const latest = versions[0] ?? scale;
  const canChange = can(actor, "change", "scale").allowed;
  const isLatest = latest.id === scale.id;
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/settings/scales">{t("scales.back")}</a>
      </p>
      <div className={desk.head}>
        <h1>
          {rich(t, "scale.nameAndVersion", {
            name: scale.name,
            number: scale.version,
            version: (text) => <span className={desk.count}>{text}</span>,
          })}
        </h1>
        {isLatest && (
          <DefaultButton
            scale={scale}
            insteadOf={scales.find(({ isDefault }) => isDefault)?.id ?? ""}
            {...(canChange && { choose: chooseDefaultAction })}
          />
        )}
      </div>
      <p className={desk.meta}>
        <span>{t("scale.usedBy", { count: scale.articles })}</span>
        {versions
          .filter(({ id }) => id !== scale.id)
          .map(({ id, version }) => (
            <span key={id}>
              <a href={`/desk/settings/scales/${id}`}>{t("scale.version", { version })}</a>
            </span>
          ))}
      </p>
      <div className={styles.body}>
        <div className={styles.notice}>
          {saved !== undefined && (
            <Notice tone="success">{t("scale.saved", { version: scale.version })}</Notice>
          )}
          {!isLatest && (
            <Notice>
              {rich(t, "scale.older", {
                version: latest.version,
                link: (text) => <a href={`/desk/settings/scales/${latest.id}`}>{text}</a>,
              })}
            </Notice>
          )}
        </div>
        {canChange && isLatest ? (
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
