import type { Metadata } from "next";
import { notFound } from "next/navigation";
import desk from "@/components/desk/desk-page.module.css";
import record from "@/components/desk/record-page.module.css";
import { Timeline } from "@/components/history/timeline";
import { AnswerSection } from "@/components/inbox/answer-section";
import { EraseMessage } from "@/components/inbox/erase-message";
import { HandlingForm } from "@/components/inbox/handling-form";
import { MessageFacts } from "@/components/inbox/message-facts";
import { MessageUses } from "@/components/inbox/message-uses";
import { StateButtons } from "@/components/inbox/state-buttons";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";
import { getMessage } from "@/lib/workflows/messages/list-messages";
import * as actions from "../actions";

interface Props {
  params: Promise<{ id: string }>;
}

const t = words("inbox");

export const metadata: Metadata = { title: t("message") };

/** One message of a reader: what it says, and what the newsroom makes of it. */
export default async function MessagePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/inbox/${id}`);
  const found = await getMessage(actor, { id });
  if (!found.ok) notFound();
  const { message, hasEmail, sendsMail, people, history } = found.value;
  const isErased = message.erasedAt !== null;
  const canAnswer = can(actor, "answer", "message").allowed;
  return (
    <main id="content" className={desk.page} tabIndex={-1}>
      <RefreshOnChange />
      <p>
        <a href="/desk/inbox">{t("back")}</a>
      </p>
      <div className={desk.head}>
        <h1>{t("message")}</h1>
        <span className={desk.status} data-status={message.state}>
          {t(`state.${message.state}`)}
        </span>
      </div>
      {isErased && <Notice>{t("erased")}</Notice>}
      {message.spamSign && message.state === "spam" && <Notice>{t(`spam.${message.spamSign}`)}</Notice>}
      <div className={record.columns}>
        <div>
          <MessageFacts message={message} hasEmail={hasEmail} showsEmail={canAnswer} />
          <AnswerSection
            message={message}
            hasEmail={hasEmail}
            sendsMail={sendsMail}
            canAnswer={canAnswer}
            actions={{ answer: actions.answerMessage, markAnswered: actions.markAnswered }}
          />
        </div>
        <div>
          <section aria-labelledby="actions">
            <h2 id="actions">{t("actions")}</h2>
            <StateButtons id={message.id} state={message.state} setState={actions.setMessageState} />
            <MessageUses
              message={message}
              actions={{ markClaim: actions.markMessageClaim, addSource: actions.addMessageSource }}
            />
          </section>
          <section aria-labelledby="handling">
            <h2 id="handling">{t("handling")}</h2>
            <HandlingForm message={message} people={people} save={actions.handleMessage} />
          </section>
          {!isErased && can(actor, "erase", "message").allowed && (
            <section aria-labelledby="erase">
              <h2 id="erase">{t("erase")}</h2>
              <EraseMessage id={message.id} erase={actions.eraseMessage} />
            </section>
          )}
        </div>
      </div>
      <section aria-labelledby="history" className={desk.section}>
        <h2 id="history">{t("history")}</h2>
        {history.length === 0 && <p className={record.hint}>{t("history.none")}</p>}
        <Timeline events={history} articleId={null} newest={history[0]?.id ?? "0"} />
      </section>
    </main>
  );
}
