import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { BlockDecorations, type Stretch } from "./block-decorations";

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
  decorations: BlockDecorations;
  /** Keys of what is lit up now: the selected claim and the passage that a form is about. */
  lit: readonly string[];
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

function stretchOf(span: MarkedSpan, map: CanonicalText): Stretch {
  return {
    key: span.id,
    from: map.toPos(span.start, "start"),
    to: map.toPos(span.end, "end"),
    attributes: {
      class: "mark",
      "data-claim": span.id,
      "data-underline": span.underline ?? "solid",
      ...(span.colour ? { "data-colour": span.colour } : {}),
      style: `--lane: ${span.lane}`,
    },
  };
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
function patch(before: MarksState, spans: readonly MarkedSpan[], map: CanonicalText): MarksState {
  const after = new Map(spans.map((span) => [span.id, span]));
  const stale: string[] = [];
  for (const [id, span] of before.spans) {
    const now = after.get(id);
    if (now === undefined || !isDrawnAlike(span, now)) stale.push(id);
  }
  const fresh = spans.filter((span) => !isDrawnAlike(before.spans.get(span.id), span));
  return {
    ...before,
    spans: after,
    decorations: before.decorations.change(
      stale,
      fresh.map((span) => stretchOf(span, map)),
    ),
  };
}

function light(
  before: MarksState,
  active: readonly { start: number; end: number; pending: boolean }[],
  map: CanonicalText,
): MarksState {
  const stretches = active.map(({ start, end, pending }, index) => ({
    key: `lit-${index}`,
    from: map.toPos(start, "start"),
    to: map.toPos(end, "end"),
    attributes: { class: pending ? "mark-pending" : "mark-active" },
  }));
  return {
    ...before,
    decorations: before.decorations.change(before.lit, stretches),
    lit: stretches.map(({ key }) => key),
  };
}

/** The plugin that draws claims over a text. The text itself never holds them. */
export function claimMarksPlugin(map: CanonicalText): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: claimMarksKey,
    state: {
      init: (_, { doc }) => ({ spans: new Map(), decorations: BlockDecorations.of(doc), lit: [] }),
      apply(transaction, state) {
        const change: Change | undefined = transaction.getMeta(claimMarksKey);
        if (!change) return state;
        return "spans" in change ? patch(state, change.spans, map) : light(state, change.active, map);
      },
    },
    props: { decorations: (state) => claimMarksKey.getState(state)?.decorations },
  });
}

/** The same as an extension of the editor. */
export function claimMarks(map: CanonicalText): Extension {
  return Extension.create({ name: "claimMarks", addProseMirrorPlugins: () => [claimMarksPlugin(map)] });
}
