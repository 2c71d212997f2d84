import { RatingIcon } from "@/components/ratings/rating-icon";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES } from "@/lib/ratings/rating";
import { ratingKeyFor } from "@/lib/ratings/scale-input";
import { colourLabels, iconLabels, underlineLabels } from "@/lib/ratings/sign-labels";
import { words } from "@/lib/words/words";
import type { RatingDraft } from "./scale-draft";
import styles from "./scales.module.css";

/** The button that moved a row, which keeps the focus. */
export type Mover = "up" | "down";

/** The fields of one rating. */
export function RatingRow({
  draft,
  number,
  last,
  others,
  errorsOf,
  onChange,
  onMove,
  onRemove,
}: {
  draft: RatingDraft;
  number: number;
  last: boolean;
  others: readonly RatingDraft[];
  errorsOf: (field: string) => string[] | undefined;
  onChange: (part: Partial<RatingDraft>) => void;
  onMove: (mover: Mover) => void;
  onRemove: () => void;
}) {
  const t = words("settings");
  const name = draft.label.trim() || t("rating.unnamed", { number });
  const select = <Sign extends "colour" | "underline" | "icon">(
    sign: Sign,
    label: string,
    presets: readonly RatingDraft[Sign][],
    labels: Record<RatingDraft[Sign], string>,
  ) => (
    <Field label={label} errors={errorsOf(sign)}>
      {(control) => (
        <select
          {...control}
          value={draft[sign]}
          onChange={(event) => {
            const preset = presets.find((each) => each === event.target.value);
            if (preset) onChange({ [sign]: preset });
          }}
        >
          {presets.map((preset) => {
            const other = others.find((each) => each[sign] === preset);
            const text = labels[preset];
            return (
              <option key={preset} value={preset}>
                {!other
                  ? text
                  : other.label
                    ? t("rating.signUsedBy", { sign: text, rating: other.label })
                    : t("rating.signUsed", { sign: text })}
              </option>
            );
          })}
        </select>
      )}
    </Field>
  );
  return (
    <fieldset className={styles.row} data-rating-row={draft.id}>
      <legend className="visually-hidden">{t("rating.title", { number, name })}</legend>
      <div className={styles.rowHead}>
        <span className={`${styles.sign} rating-hue`} data-colour={draft.colour} aria-hidden="true">
          <RatingIcon name={draft.icon} size={18} />
          <span
            className="mark"
            data-colour={draft.colour}
            data-underline={draft.underline}
            data-begins=""
            data-ends=""
          >
            {draft.label || "…"}
          </span>
        </span>
        <span className={styles.rowActions}>
          <Button
            look="quiet"
            data-mover="up"
            disabled={number === 1}
            onClick={() => onMove("up")}
            aria-label={t("rating.moveUp", { name })}
          >
            ↑
          </Button>
          <Button
            look="quiet"
            data-mover="down"
            disabled={last}
            onClick={() => onMove("down")}
            aria-label={t("rating.moveDown", { name })}
          >
            ↓
          </Button>
          <Button look="quiet" onClick={onRemove}>
            {rich(t, "rating.remove", { name, hidden: visuallyHidden })}
          </Button>
        </span>
      </div>
      <div className={styles.labelAndValue}>
        <Field
          label={t("rating.label")}
          hint={
            draft.key
              ? t("rating.key", { key: draft.key })
              : t("rating.newKey", {
                  key: ratingKeyFor(
                    draft.label,
                    others.flatMap(({ key }) => key ?? []),
                  ),
                })
          }
          errors={errorsOf("label") ?? errorsOf("key")}
        >
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={draft.label}
              onChange={(event) => onChange({ label: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("rating.value")} hint={t("rating.valueHint")} errors={errorsOf("value")}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={draft.value}
              onChange={(event) => onChange({ value: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t("rating.definition")} errors={errorsOf("definition")}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.definition}
            onChange={(event) => onChange({ definition: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.signs}>
        {select("colour", t("rating.colour"), RATING_COLOURS, colourLabels)}
        {select("underline", t("rating.line"), RATING_UNDERLINES, underlineLabels)}
        {select("icon", t("rating.icon"), RATING_ICONS, iconLabels)}
      </div>
    </fieldset>
  );
}
