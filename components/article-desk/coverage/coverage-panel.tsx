import { useEffect, useRef } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { useIsNarrow } from "@/components/claims/sheet/is-narrow";
import { keepMessagesAbove } from "@/components/claims/sheet/sheet-edge";
import { useKeysOf } from "@/components/commands/shortcuts-context";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { CHECKABLE_KINDS, itemKey } from "@/lib/checklist/checkable-item";
import { countItems, type ListedItem } from "@/lib/checklist/tick";
import { CoverageList } from "./coverage-list";
import styles from "./coverage-panel.module.css";
import { SkipForm } from "./skip-form";
import { useLiveTicks } from "./use-live-ticks";

/** Beside the text, while it is open: how many names, figures and quotations are ticked off, the current one, and the list. */
export function Coverage() {
  const { checklist } = useDesk();
  return useStore(checklist.isOpen) ? <CoveragePanel /> : null;
}

function CoveragePanel() {
  const t = useWords("checklist");
  const { page, editor, checklist } = useDesk();
  const items = useStore(checklist.listed);
  const hasFailed = useStore(checklist.hasFailed);
  useLiveTicks(checklist, page.articleId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const panel = useRef<HTMLElement>(null);
  const isSheet = useIsNarrow();
  useEffect(() => (isSheet && panel.current ? keepMessagesAbove(panel.current) : undefined), [isSheet]);
  const close = () => {
    checklist.close();
    editor.current?.focus();
  };
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={t("title")}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && close()}
    >
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t("title")}
        </h2>
        <a href={`/desk/articles/${page.articleId}/checks`}>{t("record.link")}</a>
        <Button look="quiet" aria-label={t("close")} onClick={close}>
          ×
        </Button>
      </div>
      {hasFailed && (
        <p role="alert" className={styles.empty}>
          {t("loadFailed")}{" "}
          <Button look="quiet" onClick={() => void checklist.reload()}>
            {t("tryAgain")}
          </Button>
        </p>
      )}
      {items ? (
        <>
          <Counts items={items} />
          <Current items={items} />
          <CoverageList items={items} />
        </>
      ) : (
        !hasFailed && (
          <p role="status" className={styles.empty}>
            {t("finding")}
          </p>
        )
      )}
    </section>
  );
}

function Counts({ items }: { items: readonly ListedItem[] }) {
  const t = useWords("checklist");
  const counts = countItems(items);
  return (
    <p className={styles.counts}>
      {CHECKABLE_KINDS.map((kind) => (
        <span key={kind}>{t(`count.${kind}`, counts[kind])}</span>
      ))}
    </p>
  );
}

/** The item that the keys act on, and what can be done with it. */
function Current({ items }: { items: readonly ListedItem[] }) {
  const t = useWords("checklist");
  const { page, editor, checklist } = useDesk();
  const currentKey = useStore(checklist.currentKey);
  const nextKey = useKeysOf("coverage-next", "n");
  const tickKey = useKeysOf("coverage-tick", "t");
  const isTouch = !useKeyboardInUse();
  const isSkipping = useStore(checklist.isSkipping);
  const item = items.find((each) => itemKey(each) === currentKey);
  const passage = item ? page.map.text.slice(item.start, item.end) : "";
  const reasons = items.flatMap(({ status }) =>
    status.kind === "ticked" && status.tick.reason ? [status.tick] : [],
  );
  const last = reasons.reduce<(typeof reasons)[number] | null>(
    (newest, tick) => (newest && newest.at >= tick.at ? newest : tick),
    null,
  );
  return (
    <div className={styles.current}>
      <p className="visually-hidden" role="status">
        {item ? t("announce", { kind: item.kind, passage, status: item.status.kind }) : ""}
      </p>
      {item ? (
        <p className={styles.words} dir="auto">
          {t("current", { kind: item.kind, passage })}
        </p>
      ) : (
        <p className={styles.words}>
          {rich(t, "current.none", {
            hasKey: isTouch ? "touch" : nextKey && tickKey ? "yes" : "no",
            next: <kbd>{nextKey}</kbd>,
            tick: <kbd>{tickKey}</kbd>,
          })}
        </p>
      )}
      {isSkipping && item ? (
        <SkipForm
          articleId={page.articleId}
          usual={last?.reason ?? ""}
          onSkip={(reason) => {
            checklist.skip(reason);
            editor.current?.focus();
          }}
          onCancel={() => {
            checklist.isSkipping.set(false);
            editor.current?.focus();
          }}
          onReopen={checklist.askReason}
        />
      ) : (
        <p className={styles.buttons}>
          <Button onClick={() => checklist.step(1)}>{t("next")}</Button>
          {item?.status.kind === "open" && (
            <>
              <Button look="primary" onClick={checklist.tick}>
                {t("tick")}
              </Button>
              <Button look="quiet" onClick={checklist.askReason}>
                {t("skip")}
              </Button>
            </>
          )}
          {item?.status.kind === "ticked" && (
            <Button look="quiet" onClick={checklist.untick}>
              {t("untick")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
