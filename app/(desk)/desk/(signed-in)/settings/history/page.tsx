import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { Timeline } from "@/components/history/timeline";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { listSettingHistory } from "@/lib/workflows/history/list-setting-history";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import { restoreSetting } from "./actions";

interface Props {
  searchParams: Promise<Partial<Record<"page" | "restored", string | string[]>>>;
}

export const metadata: Metadata = { title: "History of the settings" };

/** Who changed which setting or scale, when, and from what to what. */
export default async function SettingHistoryPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/settings/history");
  const { page: asked, restored } = await searchParams;
  const history = await listSettingHistory(actor, { page: asked });
  if (!history.ok) throw new Error(history.error.message);
  const { events, total, newest, page } = history.value;
  const mayChange = can(actor, "change", "setting").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>
          History of the settings <span className={desk.count}>{total.toLocaleString("en")}</span>
        </h1>
      </div>
      <SettingsNav here="/desk/settings/history" />
      {restored && <Notice tone="success">It is put back. The newest entry says what that changed.</Notice>}
      {total === 0 && (
        <p className={desk.empty}>
          No setting was changed yet. Who changes one, when, and from what to what is kept here.
        </p>
      )}
      <Timeline
        events={mayChange ? events : events.map((event) => ({ ...event, restores: null }))}
        articleId={null}
        newest={newest}
        restore={restoreSetting}
      />
      <Pager
        newer={page > 1 ? `?page=${page - 1}` : null}
        older={page * EVENTS_PER_PAGE < total ? `?page=${page + 1}` : null}
      />
    </main>
  );
}
