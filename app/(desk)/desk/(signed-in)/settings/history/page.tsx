import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { Timeline } from "@/components/history/timeline";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listSettingHistory } from "@/lib/workflows/history/list-setting-history";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import { restoreSetting } from "./actions";

interface Props {
  searchParams: Promise<Partial<Record<"page" | "restored", string | string[]>>>;
}

const t = words("settings");

export const metadata: Metadata = { title: t("history.title") };

/** Every change of a setting or scale: who made it, when, and what changed. */
export default async function SettingHistoryPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/settings/history");
  const { page: requestedPage, restored } = await searchParams;
  const history = await listSettingHistory(actor, { page: requestedPage });
  if (!history.ok) throw new Error(history.error.message);
  const { events, total, newest, page } = history.value;
  const canChange = can(actor, "change", "setting").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>
          {t("history.title")} <span className={desk.count}>{formatCount(total)}</span>
        </h1>
      </div>
      <SettingsNav here="/desk/settings/history" />
      {restored && <Notice tone="success">{t("history.restored")}</Notice>}
      {total === 0 && <p className={desk.empty}>{t("history.none")}</p>}
      <Timeline
        events={canChange ? events : events.map((event) => ({ ...event, restores: null }))}
        articleId={null}
        newest={newest}
        restore={restoreSetting}
      />
      <Pager
        page={page}
        perPage={EVENTS_PER_PAGE}
        shown={events.length}
        total={total}
        hrefOf={(number) => `?page=${number}`}
      />
    </main>
  );
}
