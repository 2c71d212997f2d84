"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { ConflictingFields } from "@/components/drafts/conflicting-fields";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { mergeFields } from "@/lib/claims/merge-three-ways";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Webhook } from "@/lib/webhooks/webhook";
import { type WebhookContent, WebhookFields } from "./webhook-fields";

/** @returns what is stored now */
export type ChangeWebhook = (
  input: WebhookContent & { webhookId: string; from: WebhookContent },
) => Promise<Result<WebhookContent, Failure>>;

const contentOf = ({ url, kinds }: Pick<Webhook, "url" | "kinds">): WebhookContent => ({
  url,
  kinds: [...kinds],
});

/** The form that changes the address of a webhook, and what is sent to it. */
export function WebhookEdit({
  webhook,
  change,
}: {
  webhook: Pick<Webhook, "id" | "url" | "kinds">;
  change: ChangeWebhook;
}) {
  const t = useWords("webhooks");
  const common = useWords("common");
  const router = useRouter();
  /** What someone else saved in the meantime. It is not part of the draft: after a reload, the conflict must be shown again. */
  const [newer, setNewer] = useState<WebhookContent | null>(null);
  const [stale, setStale] = useState<(keyof WebhookContent)[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const draft = useFormDraft(
    `webhook:${webhook.id}`,
    { content: contentOf(webhook), base: contentOf(webhook) },
    {
      typed: ({ content }) => content,
      onRestore: () => {
        setNewer(null);
        setStale(null);
      },
    },
  );
  const { content } = draft.value;
  const base = newer ?? draft.value.base;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setSaved(false);
    const result = await attempt(() => change({ ...content, webhookId: webhook.id, from: base }));
    setPending(false);
    setFailure(result.ok || result.error.kind === "stale" ? null : result.error);
    setStale(null);
    if (result.ok) {
      const stored = contentOf(result.value);
      draft.forget({ content: stored, base: stored });
      setNewer(null);
      setSaved(true);
      router.refresh();
    } else if (result.error.kind === "stale") {
      const theirs = contentOf(result.error.current as WebhookContent);
      const { merged, conflicts } = mergeFields(base, content, theirs);
      draft.change((before) => ({ ...before, content: merged }));
      setStale(conflicts);
      setNewer(theirs);
    }
  }

  const shown = (field: keyof WebhookContent, { url, kinds }: WebhookContent) =>
    field === "url" ? url : kinds.map((kind) => t(`kind.${kind}`)).join(", ");
  /** The conflicts that are still there: theirs was not used for them. */
  const open = (stale ?? []).filter((field) => shown(field, content) !== shown(field, base));
  return (
    <Form className={styles.form} onSubmit={submit} noValidate aria-label={t("edit")}>
      <h2>{t("edit")}</h2>
      <RestoredNotice restored={draft.restored} />
      {stale && (
        <ConflictingFields
          summary={t(open.length > 0 ? "stale.conflict" : "stale.noConflict")}
          fields={open.map((field) => ({
            field,
            label: t(field),
            mine: shown(field, content),
            theirs: shown(field, base),
          }))}
          onUseTheirs={(field) =>
            draft.replace(
              (before) => ({ ...before, content: { ...before.content, [field]: base[field] } }),
              common("draft.replaced"),
            )
          }
        />
      )}
      {saved && <Notice tone="success">{t("changed")}</Notice>}
      <WebhookFields
        content={content}
        failure={failure}
        onChange={(part) =>
          draft.change((before) => ({ ...before, content: { ...before.content, ...part } }))
        }
      />
      <div className={styles.actions}>
        <Button type="submit" pending={pending}>
          {t("saveChanges", { pending })}
        </Button>
      </div>
    </Form>
  );
}
