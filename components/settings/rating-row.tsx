import { RatingIcon } from "@/components/ratings/rating-icon";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RATING_COLOURS, RATING_ICONS, RATING_UNDERLINES } from "@/lib/ratings/rating";
import { ratingKeyFor } from "@/lib/ratings/scale-input";
import { colourLabels, iconLabels, underlineLabels } from "@/lib/ratings/sign-labels";
import type { RatingDraft } from "./scale-draft";
import styles from "./scales.module.css";

/** Where the focus is put after a row has moved. */
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
  const name = draft.label.trim() || `rating ${number}`;
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
            const user = others.find((each) => each[sign] === preset);
            return (
              <option key={preset} value={preset}>
                {labels[preset]}
                {user && ` (${user.label || "another has it"})`}
              </option>
            );
          })}
        </select>
      )}
    </Field>
  );
  return (
    <fieldset className={styles.row} data-rating-row={draft.id}>
      <legend className="visually-hidden">
        Rating {number}: {name}
      </legend>
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
            aria-label={`Move ${name} up`}
          >
            ↑
          </Button>
          <Button
            look="quiet"
            data-mover="down"
            disabled={last}
            onClick={() => onMove("down")}
            aria-label={`Move ${name} down`}
          >
            ↓
          </Button>
          <Button look="quiet" onClick={onRemove}>
            Remove<span className="visually-hidden"> {name}</span>
          </Button>
        </span>
      </div>
      <div className={styles.words}>
        <Field
          label="Label"
          hint={
            draft.key
              ? `Key in addresses and files: ${draft.key}`
              : `Key in addresses and files: ${ratingKeyFor(
                  draft.label,
                  others.flatMap(({ key }) => key ?? []),
                )}, fixed once it is saved`
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
        <Field label="Value" hint="1 is worst. Empty: outside the numbers." errors={errorsOf("value")}>
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
      <Field label="Definition" errors={errorsOf("definition")}>
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
        {select("colour", "Colour", RATING_COLOURS, colourLabels)}
        {select("underline", "Line", RATING_UNDERLINES, underlineLabels)}
        {select("icon", "Icon", RATING_ICONS, iconLabels)}
      </div>
    </fieldset>
  );
}
