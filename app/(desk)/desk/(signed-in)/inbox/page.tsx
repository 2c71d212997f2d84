import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { Pager } from "@/components/desk/pager";
import { FilterForm } from "@/components/filters/filter-form";
import { FilterSelect } from "@/components/filters/filter-select";
import { hrefOfInbox } from "@/components/inbox/inbox-href";
import { MessageList } from "@/components/inbox/message-list";
import { StateNav } from "@/components/inbox/state-nav";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { requireActor } from "@/lib/auth/require-actor";
import { MESSAGE_KINDS } from "@/lib/messages/message";
import { formatCount } from "@/lib/words/format-count";
import { words } from "@/lib/words/words";
import { listMessages, MESSAGES_PER_PAGE } from "@/lib/workflows/messages/list-messages";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const t = words("inbox");

export const metadata: Metadata = { title: t("title") };

/** What readers sent with the form of /contact. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/inbox");
  const result = await listMessages(actor, await searchParams);
  if (!result.ok) throw new Error(result.error.message);
  const { messages, total, counts, filter, article } = result.value;
  const isFiltered = Boolean(filter.state || filter.kind || filter.assignee || filter.article);
  return (
    <main id="content" className={desk.page} tabIndex={-1}>
      <RefreshOnChange />
      <div className={desk.head}>
        <h1>
          {t("title")} <span className={desk.count}>{formatCount(total)}</span>
        </h1>
      </div>
      <p className={desk.hint}>{t("hint")}</p>
      {article && (
        <p>
          {t("filter.article", { title: article.title })}{" "}
          <a href={hrefOfInbox({ ...filter, article: undefined, page: 1 })}>{t("filter.allArticles")}</a>
        </p>
      )}
      <StateNav filter={filter} counts={counts} />
      <FilterForm label={t("filter.label")}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {filter.article && <input type="hidden" name="article" value={filter.article} />}
        <FilterSelect
          name="kind"
          label={t("filter.kind")}
          value={filter.kind ?? null}
          all={t("filter.anyKind")}
        >
          {MESSAGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          name="assignee"
          label={t("filter.assignee")}
          value={filter.assignee ?? null}
          all={t("filter.anyone")}
        >
          <option value="me">{t("filter.me")}</option>
          <option value="nobody">{t("filter.nobody")}</option>
        </FilterSelect>
      </FilterForm>
      <MessageList messages={messages} empty={t(isFiltered ? "emptyFiltered" : "empty")} />
      <Pager
        page={filter.page}
        perPage={MESSAGES_PER_PAGE}
        shown={messages.length}
        total={total}
        hrefOf={(page) => hrefOfInbox({ ...filter, page })}
      />
    </main>
  );
}
