import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { BlockDecorations, type DecoratedRange } from "./block-decorations";
import { BlockPainter } from "./block-painter";

/** A claim as drawn in the text. Offsets are UTF-16 units of the canonical text. */
export interface MarkedSpan {
  id: string;
  start: number;
  end: number;
  lane: number;
  /** Names of the rating's colour and underline; null if there is no verdict yet. */
  colour: string | null;
  underline: string | null;
  /** Its accessible description: "Claim 3, False". */
  label: string;
  /** Another person has it open. */
  here?: boolean;
  /** The server does not have the claim yet. */
  unsent?: boolean;
}

/** A highlighted passage. Offsets are UTF-16 units of the canonical text. */
export interface Light {
  start: number;
  end: number;
  /** The selected claim; the passage of an open form or a drag; a search match; the current search match; a commented passage;
   * an item of the checklist: open, not open, the current one. */
  look: "active" | "pending" | "found" | "found-here" | "comment" | "item" | "item-done" | "item-here";
  /** Its accessible description. */
  label?: string;
}

interface MarksState {
  spans: ReadonlyMap<string, MarkedSpan>;
  decorations: BlockDecorations;
  /** Keys of the highlighted passages, by the caller that highlighted them. */
  lit: ReadonlyMap<string, readonly string[]>;
}

type Change =
  | { spans: readonly MarkedSpan[] }
  | { lights: readonly Light[]; by: string }
  | { drawn: readonly number[] };

export const claimMarksKey = new PluginKey<MarksState>("claimMarks");

/** A transaction that draws these claims. Claims that are drawn already and have not changed are not redrawn. */
export function drawClaims(state: EditorState, spans: readonly MarkedSpan[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { spans } satisfies Change);
}

/** A transaction that highlights these passages, replacing those that the same caller highlighted before. */
export function lightUp(state: EditorState, by: string, lights: readonly Light[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { lights, by } satisfies Change);
}

/** A transaction that draws more top-level blocks. */
export function drawBlocks(state: EditorState, indexes: readonly number[]): Transaction {
  return state.tr.setMeta(claimMarksKey, { drawn: indexes } satisfies Change);
}

function rangeOf(span: MarkedSpan, map: CanonicalText): DecoratedRange {
  return {
    key: span.id,
    from: map.toPos(span.start),
    to: map.toPos(span.end),
    attributes: {
      class: "mark",
      "data-claim": span.id,
      "aria-description": span.label,
      "data-underline": span.underline ?? "solid",
      ...(span.here ? { "data-here": "" } : {}),
      ...(span.unsent ? { "data-unsent": "" } : {}),
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
    a.underline === b.underline &&
    a.label === b.label &&
    a.here === b.here &&
    a.unsent === b.unsent
  );
}

/** Removes the decorations of claims that were removed or changed, and adds those of new or changed claims. */
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
      fresh.map((span) => rangeOf(span, map)),
    ),
  };
}

function applyLights(
  before: MarksState,
  by: string,
  lights: readonly Light[],
  map: CanonicalText,
): MarksState {
  // The key says all that is drawn, so that only what differs is drawn again.
  const keyOf = ({ start, end, look, label }: Light) =>
    `lit-${by}-${look}-${start}-${end}${label === undefined ? "" : `-${label}`}`;
  const lit = new Map(lights.map((light) => [keyOf(light), light]));
  const known = new Set(before.lit.get(by));
  const gone = [...known].filter((key) => !lit.has(key));
  const ranges = [...lit].flatMap(([key, { start, end, look, label }]) =>
    known.has(key)
      ? []
      : {
          key,
          from: map.toPos(start),
          to: map.toPos(end),
          attributes: {
            nodeName: "span",
            class: `mark-${look}`,
            ...(label && { "aria-description": label }),
          },
        },
  );
  return {
    ...before,
    decorations: before.decorations.change(gone, ranges),
    lit: new Map(before.lit).set(by, [...lit.keys()]),
  };
}

/** The plugin that draws claims over a text. Claims are decorations, never part of the document. */
export function claimMarksPlugin(map: CanonicalText): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: claimMarksKey,
    state: {
      init: (_, { doc }) => ({ spans: new Map(), decorations: BlockDecorations.of(doc), lit: new Map() }),
      apply(transaction, state) {
        const change: Change | undefined = transaction.getMeta(claimMarksKey);
        if (!change) return state;
        if ("spans" in change) return patch(state, change.spans, map);
        if ("lights" in change) return applyLights(state, change.by, change.lights, map);
        return { ...state, decorations: state.decorations.draw(change.drawn) };
      },
    },
    view(view) {
      const decorations = () => claimMarksKey.getState(view.state)?.decorations;
      let isDrawing = false;
      const painter = new BlockPainter(view, {
        undrawn: (...range) => decorations()?.undrawn(...range) ?? [],
        draw: (indexes) => {
          isDrawing = true;
          view.dispatch(drawBlocks(view.state, indexes));
          isDrawing = false;
        },
      });
      return {
        update: (_, before) => {
          // Only when claims or highlighted passages changed.
          if (!isDrawing && claimMarksKey.getState(before)?.decorations !== decorations()) painter.paint();
        },
        destroy: () => painter.destroy(),
      };
    },
    props: { decorations: (state) => claimMarksKey.getState(state)?.decorations },
  });
}

/** The same as a TipTap extension. */
export function claimMarks(map: CanonicalText): Extension {
  return Extension.create({ name: "claimMarks", addProseMirrorPlugins: () => [claimMarksPlugin(map)] });
}
