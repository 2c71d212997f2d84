import type { Glyph } from "./read-glyphs";

/** A letter with its marks, in the scripts that draw one with several glyphs. */
const CLUSTER =
  /^(?=[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}]).+\p{M}/u;

/**
 * Leaves out the text of glyphs that repeat the cluster of the glyph before them: some programs give each glyph of a letter and its marks the text of
 * all of them. As many glyphs as the cluster has characters count as one.
 */
export function onceEachCluster(glyphs: readonly Glyph[]): Glyph[] {
  const shown: Glyph[] = [];
  let repeats = 0;
  glyphs.forEach((glyph, index) => {
    const isRepeated = index > 0 && CLUSTER.test(glyph.text) && glyphs[index - 1]?.text === glyph.text;
    repeats = isRepeated ? repeats + 1 : 0;
    const last = shown.at(-1);
    if (last && repeats % [...glyph.text].length !== 0)
      // The glyphs of a cluster take the room of all of them.
      shown[shown.length - 1] = { ...last, width: Math.max(last.width, glyph.x + glyph.width - last.x) };
    else shown.push(glyph);
  });
  return shown;
}
