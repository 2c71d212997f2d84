import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ClaimantForm } from "@/components/claimants/claimant-form";
import { ClaimantMerge } from "@/components/claimants/claimant-merge";
import desk from "@/components/desk/desk-page.module.css";
import record from "@/components/desk/record-page.module.css";
import { RecordHistory } from "@/components/history/record-history";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { getClaimant } from "@/lib/workflows/claimants/get-claimant";
import { listClaimantHistory } from "@/lib/workflows/history/list-claimant-history";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import * as actions from "./actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ history?: string | string[] }>;
}

const t = words("claimants");

export const metadata: Metadata = { title: t("claimant") };

/** One claimant: their details, their claims, and the claimants that were merged into them. */
export default async function ClaimantPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { history: page } = await searchParams;
  const actor = await requireActor(`/desk/claimants/${id}`);
  const found = await getClaimant(actor, { id });
  if (!found.ok) notFound();
  const { claimant, uses, claims, merged } = found.value;
  if (claimant.id !== id) redirect(`/desk/claimants/${claimant.id}`);
  const history = await listClaimantHistory(actor, { claimantId: id, page });
  if (!history.ok) notFound();
  return (
    <main id="content" className={desk.page}>
      <p>
        <a href="/desk/claimants">{t("back")}</a>
      </p>
      <h1>{claimant.name}</h1>
      <div className={record.columns}>
        <section aria-labelledby="fields">
          <h2 id="fields">{t("details")}</h2>
          <ClaimantForm claimant={claimant} save={actions.saveClaimant} />
        </section>
        <div>
          <section aria-labelledby="claims">
            <h2 id="claims">
              {rich(t, "claims", { count: <span className={desk.count}>{formatCount(claims)}</span> })}
            </h2>
            {uses.length === 0 && <p className={record.hint}>{t("noClaims")}</p>}
            <ul className={record.list}>
              {uses.map((use) => (
                <li key={use.claimId}>
                  <a href={`/desk/articles/${use.articleId}?claim=${use.claimId}`}>{use.statement}</a>
                  <span className={record.hint}>{use.articleTitle}</span>
                </li>
              ))}
            </ul>
          </section>
          {can(actor, "merge", "claimant").allowed && (
            <ClaimantMerge
              claimant={{ id, name: claimant.name }}
              merged={merged.map(({ id: mergedId, name }) => ({ id: mergedId, name }))}
              merge={actions.mergeInto}
              unmerge={actions.undoMerge}
            />
          )}
        </div>
      </div>
      <RecordHistory
        title={t("history")}
        empty={t("noHistory")}
        history={history.value}
        perPage={EVENTS_PER_PAGE}
      />
    </main>
  );
}
