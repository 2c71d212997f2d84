import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { CanonicalText } from "@/lib/document/canonical-text";

/** A claim as it is drawn. Offsets are UTF-16 units of the canonical text. */
export interface MarkedSpan {
  id: string;
  start: number;
  end: number;
  lane: number;
  /** Names of the rating's colour and underline; null while there is no verdict. */
  colour: string | null;
  underline: string | null;
}

interface MarksState {
  spans: ReadonlyMap<string, MarkedSpan>;
  marks: DecorationSet;
  /** The selected claim and the passage that a form is about: few, and redrawn at each change. */
  active: DecorationSet;
}

type Change =
  | { spans: readonly MarkedSpan[] }
  | { active: readonly { start: number; end: number; pending: boolean }[] };

export const claimMarksKey = new PluginKey<MarksState>("claimMarks");

/** A transaction that draws these claims; what is drawn already and has not changed stays as it is. */
export function drawClaims(state: EditorState, spans: readonly MarkedSpan[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { spans } satisfies Change);
}

/** A transaction that lights these spans up instead of those lit before. */
export function lightUp(
  state: EditorState,
  active: readonly { start: number; end: number; pending: boolean }[],
): Transaction {
  return state.tr.setMeta(claimMarksKey, { active } satisfies Change);
}

function decorationOf(span: MarkedSpan, map: CanonicalText): Decoration {
  return Decoration.inline(
    map.toPos(span.start, "start"),
    map.toPos(span.end, "end"),
    {
      nodeName: "span",
      class: "mark",
      "data-claim": span.id,
      "data-underline": span.underline ?? "solid",
      ...(span.colour ? { "data-colour": span.colour } : {}),
      style: `--lane: ${span.lane}`,
    },
    { id: span.id },
  );
}

function isDrawnAlike(a: MarkedSpan | undefined, b: MarkedSpan): boolean {
  return (
    a !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.lane === b.lane &&
    a.colour === b.colour &&
    a.underline === b.underline
  );
}

/** Takes out the decorations of claims that went or changed, and adds those that came or changed. */
function patch(before: MarksState, spans: readonly MarkedSpan[], doc: Node, map: CanonicalText): MarksState {
  const after = new Map(spans.map((span) => [span.id, span]));
  const isStale = (id: string) => {
    const now = after.get(id);
    return now === undefined || !isDrawnAlike(before.spans.get(id), now);
  };
  const stale = before.marks.find(undefined, undefined, (spec) => isStale(spec.id));
  const fresh = spans.filter((span) => !isDrawnAlike(before.spans.get(span.id), span));
  const marks = before.marks.remove(stale).add(
    doc,
    fresh.map((span) => decorationOf(span, map)),
  );
  return { ...before, spans: after, marks };
}

/** The plugin that draws claims over a text. The text itself never holds them. */
export function claimMarksPlugin(map: CanonicalText): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: claimMarksKey,
    state: {
      init: () => ({ spans: new Map(), marks: DecorationSet.empty, active: DecorationSet.empty }),
      apply(transaction, state) {
        const change: Change | undefined = transaction.getMeta(claimMarksKey);
        if (!change) return state;
        if ("spans" in change) return patch(state, change.spans, transaction.doc, map);
        const lit = change.active.map(({ start, end, pending }) =>
          Decoration.inline(map.toPos(start, "start"), map.toPos(end, "end"), {
            class: pending ? "mark-pending" : "mark-active",
          }),
        );
        return { ...state, active: DecorationSet.create(transaction.doc, lit) };
      },
    },
    props: {
      decorations(state) {
        const own = claimMarksKey.getState(state);
        if (!own) return null;
        return own.marks.add(state.doc, own.active.find());
      },
    },
  });
}

/** The same as an extension of the editor. */
export function claimMarks(map: CanonicalText): Extension {
  return Extension.create({ name: "claimMarks", addProseMirrorPlugins: () => [claimMarksPlugin(map)] });
}
