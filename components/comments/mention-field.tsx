"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { PersonLabel } from "@/components/people/person-label";
import type { FieldControl } from "@/components/ui/field";
import { Layer } from "@/components/ui/layer";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import { mentionAt, suggestPeople } from "@/lib/comments/mentions";
import styles from "./mention-field.module.css";

/**
 * A multi-line field that suggests people after an @.
 *
 * It is hand-made because Base UI's Autocomplete (1.9) does not fit a textarea: while its list is open it sets `role="combobox"`, which ARIA in
 * HTML does not allow there; Home and End move to the ends of the text instead of the line; ↓ and ↑ open the list instead of moving between
 * lines; and it takes the value of the field for the query and the picked item for the new value.
 */
export function MentionField({
  control,
  value,
  people,
  onChange,
  onPick,
  onSubmit,
  ...rest
}: {
  control: FieldControl;
  value: string;
  people: readonly PersonName[];
  onChange: (value: string) => void;
  /** Called with the person who was picked. Their name is already in the text. */
  onPick: (person: PersonName) => void;
  /** Ctrl or ⌘ with Enter. */
  onSubmit: () => void;
  readOnly: boolean;
  rows: number;
  placeholder?: string;
  autoFocus?: boolean;
}) {
  const t = useWords("comments");
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<{ from: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  const options = open ? suggestPeople(people, open.query) : [];
  const chosen = options[Math.min(active, options.length - 1)];

  function suggest(text: string, caret: number | null) {
    setOpen(caret === null ? null : mentionAt(text, caret));
    setActive(0);
  }

  function pick(person: PersonName) {
    if (!open || !field.current) return;
    const after = value.slice(open.from + 1 + open.query.length);
    const before = `${value.slice(0, open.from)}@${person.name}`;
    const space = /^[\s.,;:!?)]/.test(after) ? "" : " ";
    onChange(before + space + after);
    onPick(person);
    setOpen(null);
    const caret = before.length + space.length;
    // The value arrives with the next render.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
    else if (!chosen) return;
    else if (event.key === "ArrowDown") setActive((active + 1) % options.length);
    else if (event.key === "ArrowUp") setActive((active - 1 + options.length) % options.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) pick(chosen);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.field}>
      <textarea
        {...control}
        {...rest}
        ref={field}
        value={value}
        dir="auto"
        aria-autocomplete="list"
        aria-controls={chosen ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          suggest(event.target.value, event.target.selectionEnd);
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(null)}
        onBlur={() => setOpen(null)}
      />
      {chosen && (
        <Layer anchor={field}>
          <div id={listId} role="listbox" aria-label={t("suggestions")} className={styles.list}>
            {options.map((person) => (
              <div
                key={person.id}
                id={`${listId}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={person === chosen}
                // The field must keep the focus: losing it closes the list before the click arrives.
                onMouseDown={(event) => {
                  event.preventDefault();
                  pick(person);
                }}
              >
                <PersonLabel person={person} />
              </div>
            ))}
          </div>
        </Layer>
      )}
      <p className="visually-hidden" role="status">
        {chosen && t("suggestions.count", { count: options.length, name: chosen.name })}
      </p>
    </div>
  );
}
